public import Checking
public import Lessons
public import Transcripts

/// Judges exercises one after another: what `lesson run` and `swift test` share.
///
/// Where everything that an exercise builds on passes, one run says both, that it is right and that
/// the student's whole chain is. Where something does not, the exercise is judged alone, on given
/// functions that stand in for what is missing, and the chain once more as it is.
public struct Judge {
  public var graph: NeedsGraph
  public var seed: UInt64
  public var observe: (RunEvent) -> Void
  /// Programs for judging an exercise alone; `nil` where there are none, and what builds on something
  /// that does not pass is skipped.
  public var standIns: StandIns?
  /// Whether an exercise's section is still its starter; asked only to save time.
  public var isUntouched: (String) -> Bool

  public init(
    graph: NeedsGraph, seed: UInt64, standIns: StandIns? = nil,
    isUntouched: @escaping (String) -> Bool = { _ in false },
    observe: @escaping (RunEvent) -> Void = { _ in }
  ) {
    self.graph = graph
    self.seed = seed
    self.standIns = standIns
    self.isUntouched = isUntouched
    self.observe = observe
  }

  /// The seed that belongs to the contents of the student's files: the same until one changes.
  public static func seed(for texts: [String]) -> UInt64 {
    var fingerprint = Fingerprint()
    texts.forEach { fingerprint.add($0) }
    return fingerprint.seed
  }

  /// A result for each exercise.
  ///
  /// - Parameters:
  ///   - order: prerequisites first.
  ///   - broken: exercises whose sections do not compile, with the errors in them; given functions stand
  ///     in for them in the program.
  /// - Throws: when a program for judging an exercise alone cannot be made for a reason that is ours.
  public func results(
    of order: [AnyExercise], in conversation: Conversation,
    broken: [String: [Diagnostic]] = [:]
  ) throws -> [String: ExerciseResult] {
    let known = Dictionary(order.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
    var results: [String: ExerciseResult] = [:]
    for exercise in order {
      observe(.checking(id: exercise.id, title: exercise.title))
      let below = graph.closure(of: [exercise.id]).filter { $0 != exercise.id }
      let missing = below.filter { results[$0]?.verdict.isPassed == false }
      let trial = Trial(
        exercise: exercise, seed: seed, below: below, missing: missing,
        givingWay: missing + above(missing, for: exercise.id),
        reference: { known[$0]?.reference($1) ?? .noReply("exercise \($0) is not known") })
      var outcome = try outcome(of: trial, in: conversation, results, broken)
      if answers(outcome), broken.isEmpty {
        conversation.counsel = Counsel(for: []) { _, _ in .noReply("") }
        let notices = exercise.notices(seed, conversation.ask)
        _ = conversation.takePrinted()
        outcome.check.remarks += notices.remarks
        outcome.check.tables += notices.tables
      }
      let result = ExerciseResult(
        id: exercise.id, title: exercise.title, points: exercise.points,
        verdict: outcome.check.verdict, output: outcome.printed, figures: outcome.check.figures,
        tables: outcome.check.tables, remarks: outcome.check.remarks, together: outcome.together,
        standingIn: outcome.standingIn,
        stoppedAt: outcome.check.stoppedAt)
      results[exercise.id] = result
      observe(.checked(result))
    }
    return results
  }

  /// What an exercise calls itself and what needs something that is missing: it gives way as well, so
  /// that one question is asked for a sequence and not one for each of its steps.
  private func above(_ missing: [String], for id: String) -> [String] {
    guard let standIns else { return [] }
    return graph.direct(id).filter { other in
      !missing.contains(other) && standIns.isGiven(other)
        && graph.closure(of: [other]).contains(where: missing.contains)
    }
  }

  // MARK: - One exercise

  /// Whether there is something to take notice of: functions that answer, right or wrong.
  private func answers(_ outcome: Outcome) -> Bool {
    switch outcome.together ?? outcome.check.verdict {
    case .passed, .failed: true
    case .notStarted, .notCompiled, .crashed, .timedOut, .memory, .skipped: false
    }
  }

  /// What came of one exercise.
  private struct Outcome {
    var check: CheckResult
    var together: Verdict?
    /// Whose model answers stood in.
    var standingIn: [String] = []
    var printed = ""
  }

  private func outcome(
    of trial: Trial, in conversation: Conversation, _ results: [String: ExerciseResult],
    _ broken: [String: [Diagnostic]]
  ) throws -> Outcome {
    if let errors = broken[trial.exercise.id] {
      return Outcome(check: CheckResult(verdict: .notCompiled(errors)))
    }
    // The program at hand has given functions where the student's do not compile.
    if !trial.givingWay.isEmpty, trial.givingWay.allSatisfy({ broken[$0] != nil }) {
      let check = trial.alone(in: conversation, standIns)
      let errors = trial.missing.compactMap { broken[$0] }.first ?? []
      return Outcome(
        check: check, together: check.verdict == .notStarted ? nil : .notCompiled(errors),
        standingIn: trial.missing, printed: conversation.takePrinted())
    }
    let own = together(trial, in: conversation, results, broken)
    let printed = conversation.takePrinted()
    // Untouched is untouched, whatever it needs.
    if own.verdict == .notStarted { return Outcome(check: own, printed: printed) }
    if trial.missing.isEmpty { return blameless(own, trial, in: conversation, printed) }
    return try alone(
      trial, beside: own, replacing: Set(trial.givingWay).union(broken.keys), printed)
  }

  /// With the student's own functions.
  private func together(
    _ trial: Trial, in conversation: Conversation, _ results: [String: ExerciseResult],
    _ broken: [String: [Diagnostic]]
  ) -> CheckResult {
    let without = trial.missing.compactMap { broken[$0] }.first
    // Who waits for the answer of a function that gave none a moment ago waits in vain.
    let hanging = trial.missing.filter {
      if case .timedOut = results[$0]?.verdict { true } else { false }
    }
    guard without != nil || !hanging.isEmpty else {
      conversation.counsel = Counsel(for: []) { _, _ in .noReply("") }
      return trial.exercise.check(seed, conversation.ask)
    }
    if isUntouched(trial.exercise.id) { return CheckResult(verdict: .notStarted) }
    return CheckResult(verdict: without.map { .notCompiled($0) } ?? .skipped(needs: hanging))
  }

  /// A verdict that names no earlier function's fault as this one's: a property may ask one that passes
  /// all its own checks and yet gives no answer here.
  private func blameless(
    _ own: CheckResult, _ trial: Trial, in conversation: Conversation, _ printed: String
  ) -> Outcome {
    // What a comparison found is this one's own; only a property asks others.
    guard case .failed(let failure) = own.verdict, failure.divergence == nil,
      failure.ladder == nil, !trial.below.isEmpty
    else { return Outcome(check: own, printed: printed) }
    let check = trial.alone(in: conversation, nil)
    let printed = printed + conversation.takePrinted()
    guard !check.verdict.isFailure else { return Outcome(check: own, printed: printed) }
    return Outcome(check: check, together: own.verdict, printed: printed)
  }

  /// With given functions in the place of what does not pass.
  private func alone(
    _ trial: Trial, beside own: CheckResult, replacing ids: Set<String>, _ printed: String
  ) throws -> Outcome {
    switch try standIns?.conversation(replacing: ids, calling: trial.givingWay)
      ?? .unavailable(nil)
    {
    case .conversation(let conversation):
      var check = trial.alone(in: conversation, standIns)
      // Which step comes to blame first is a question about the student's own chain.
      if case .failed(var failure) = check.verdict, failure.ladder != nil,
        case .failed(let chain) = own.verdict, let ladder = chain.ladder
      {
        failure.ladder?.rungs = ladder.rungs
        check.verdict = .failed(failure)
      }
      return Outcome(
        check: check, together: check.verdict == .notStarted ? nil : own.verdict,
        standingIn: trial.missing, printed: conversation.takePrinted())
    case .unavailable(let reason):
      let needs = graph.direct(trial.exercise.id).filter(trial.missing.contains)
      let skipped = Verdict.skipped(needs: needs.isEmpty ? trial.missing : needs)
      return Outcome(
        check: CheckResult(
          verdict: skipped, remarks: reason.map { [trial.unavailable(because: $0)] } ?? []),
        printed: printed)
    }
  }
}

/// One exercise to be judged.
private struct Trial {
  var exercise: AnyExercise
  var seed: UInt64
  /// What it builds on, near and far, prerequisites first.
  var below: [String]
  /// Those among them that do not pass.
  var missing: [String]
  /// The sections that model answers take the place of.
  var givingWay: [String]
  var reference: Ask

  /// The verdict on this exercise's function alone: what a property asks of others is answered by the
  /// model answers.
  func alone(in conversation: Conversation, _ standIns: StandIns?) -> CheckResult {
    // The judged exercise itself is not among them.
    conversation.counsel = Counsel(for: Set(givingWay)) { exercise, input in
      standIns?.modelAnswer(exercise, input) ?? .noReply("")
    }
    return exercise.check(seed) { id, input in
      id == exercise.id ? conversation.ask(id, input) : reference(id, input)
    }
  }

  func unavailable(because reason: String) -> Remark {
    Remark(
      .warning,
      """
      \(exercise.id) could not be checked apart from \(missing.joined(separator: ", ")): \(reason). \
      A helper function that several exercises use is safe above the first MARK line.
      """)
  }
}
