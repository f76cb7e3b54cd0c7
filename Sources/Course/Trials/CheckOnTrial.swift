import Checking
import Transcripts

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// An exercise in which the student writes a check, judged by what it accepts and by what it catches.
///
/// What is right and what is wrong is known here alone: the student's program gets the candidates one
/// by one, in an order that changes with the seed, and says what it thinks of each.
///
/// - Source: the wheats and chaffs of Wrenn and Krishnamurthi 2019, "Executable examples for
///   programming problem comprehension".
struct CheckOnTrial<Input: Codable & Sendable, Output: Codable & Sendable>: Sendable {
  var exercise: Exercise<Input, Output>
  /// In the order of the table: the right ones, then the wrong ones.
  var candidates: @Sendable (_ seed: UInt64) -> [Candidate<Input>]
  var opinion: @Sendable (Output) -> Opinion
  /// "gradient": what a candidate is.
  var noun: String
}

/// Something that a check has to judge.
struct Candidate<Input: Sendable>: Sendable {
  /// What was done wrong, or what is special about a right one.
  var name: String
  /// That leads on to what is wrong; `nil` for a right one.
  var question: String?
  var input: Input
  var truth: Truth

  enum Truth: Sendable, Equatable {
    case right
    /// The names of what is wrong, and no others; empty where the check need not name anything.
    case wrong([String])

    var isRight: Bool { self == .right }
  }
}

/// What a check says of one candidate.
struct Opinion: Sendable, Equatable {
  var accepts: Bool
  /// The names that it accuses, in a fixed order.
  var accused: [String] = []
  /// For the table: "wrong: U, V", or the check's own sentence.
  var words: String
}

extension AnyExercise {
  /// The exercise, with a verdict on all candidates and a table of them.
  init<Input, Output>(_ trial: CheckOnTrial<Input, Output>) {
    self.init(trial.exercise)
    let judgeInOrder = check
    check = { seed, ask in
      var outcomes: [Data: CallOutcome] = [:]
      let result = judgeInOrder(seed) { id, input in
        let outcome = ask(id, input)
        if id == trial.exercise.id { outcomes[input] = outcome }
        return outcome
      }
      return Hearing(trial: trial, seed: seed, outcomes: outcomes).result(after: result, ask)
    }
  }
}

/// One run of a trial: what was said of whom.
private struct Hearing<Input: Codable & Sendable, Output: Codable & Sendable> {
  typealias Entry = (candidate: Candidate<Input>, finding: Judgement)

  let trial: CheckOnTrial<Input, Output>
  let seed: UInt64
  /// By what was asked.
  let outcomes: [Data: CallOutcome]

  /// A crash costs a start of the program, and three of them show what one more would.
  private static var crashesToBear: Int { 3 }

  func result(after result: CheckResult, _ ask: Ask) -> CheckResult {
    if !result.verdict.isPassed, !result.verdict.isFailure { return result }
    let entries = entries(ask, isSpent: result.verdict.isWaitedFor)
    var result = result
    result.tables = [table(of: entries)] + result.tables
    if case .failed = result.verdict {
    } else if result.verdict.isFailure {
      return result
    }
    if let offence = entries.first(where: { !$0.finding.isRight }) {
      let diagnosis: Diagnosis? =
        if case .failed(let failure) = result.verdict { failure.diagnosis } else { nil }
      result.verdict = .failed(
        Failure(
          claim: offence.finding.claim(trial.noun), challenge: offence.candidate.name,
          finding: offence.finding.words(of: offence.candidate, noun: trial.noun),
          diagnosis: diagnosis))
    } else {
      // Where the model answer judged otherwise than the truth, the fault would be ours.
      result.verdict = .passed(checks: entries.count, worstError: 0)
    }
    return result
  }

  private func entries(_ ask: Ask, isSpent: Bool) -> [Entry] {
    var crashes = 0
    return trial.candidates(seed).map { candidate in
      guard let data = try? Wire.encode(candidate.input) else {
        preconditionFailure("the candidate \(candidate.name) cannot be encoded")
      }
      var outcome = outcomes[data]
      if outcome == nil, !isSpent, crashes < Self.crashesToBear {
        outcome = ask(trial.exercise.id, data)
      }
      let judgement = judgement(of: candidate, outcome)
      if case .ended = judgement { crashes += 1 }
      return (candidate, judgement)
    }
  }

  private func judgement(of candidate: Candidate<Input>, _ outcome: CallOutcome?) -> Judgement {
    switch outcome {
    case nil: return .notAsked
    case .output(let data):
      guard let output = try? Wire.decode(Output.self, from: data) else {
        return .threw("the reply is not a result of this exercise")
      }
      let opinion = trial.opinion(output)
      switch candidate.truth {
      case .right: return opinion.accepts ? .accepted(opinion) : .refused(opinion)
      case .wrong(let names):
        if opinion.accepts { return .missed(opinion) }
        return names.isEmpty || names.sorted() == opinion.accused.sorted()
          ? .caught(opinion) : .elsewhere(opinion)
      }
    case .threw(let message): return .threw("it throws \(message)")
    case .notImplemented(let exercise): return .threw("it throws NotImplemented(\(exercise))")
    case .crashed(let crash): return .ended("crashed", crash.reason)
    case .timedOut: return .ended("no answer", "it does not come to an end")
    case .memory: return .ended("out of memory", "it needs more memory than there is")
    case .noReply(let reason): return .ended("no answer", reason)
    }
  }

  private func table(of entries: [Entry]) -> Table {
    let right = entries.filter { $0.candidate.truth.isRight }
    let wrong = entries.filter { !$0.candidate.truth.isRight }
    func good(_ entries: [Entry]) -> Int { entries.filter { $0.finding.isRight }.count }
    let noun = trial.noun
    return Table(
      """
      Your check accepts \(good(right)) of \(right.count) right \(noun)s and catches \
      \(good(wrong)) of \(wrong.count) wrong ones. Every row is one \(noun): what it is, what your \
      check says of it, and whether that is so; look for ✗ in the last column.
      """,
      columns: [noun, "is", "your check says", "so it is"],
      rows: entries.map { candidate, finding in
        [candidate.name, candidate.truth.words, finding.said, finding.mark]
      })
  }
}

/// What came of one candidate.
private enum Judgement {
  case accepted(Opinion), refused(Opinion)
  case caught(Opinion), missed(Opinion)
  /// Something is accused, and not what is wrong.
  case elsewhere(Opinion)
  case threw(String)
  /// In a word, and why.
  case ended(String, String)
  case notAsked

  var isRight: Bool {
    switch self {
    case .accepted, .caught: true
    default: false
    }
  }

  var said: String {
    switch self {
    case .accepted(let opinion), .refused(let opinion), .caught(let opinion), .missed(let opinion),
      .elsewhere(let opinion):
      opinion.words
    case .threw(let message): message
    case .ended(_, let reason): reason
    case .notAsked: ""
    }
  }

  var mark: String {
    switch self {
    case .accepted: "✓ accepted"
    case .refused: "✗ refused"
    case .caught: "✓ caught"
    case .missed: "✗ missed"
    case .elsewhere: "✗ accuses others"
    case .threw: "✗ error"
    case .ended(let word, _): "✗ \(word)"
    case .notAsked: "– not asked"
    }
  }

  func claim(_ noun: String) -> String {
    switch self {
    case .accepted, .refused: "your check accepts a right \(noun)"
    case .caught, .missed: "your check catches a wrong \(noun)"
    case .elsewhere: "your check names exactly what is wrong"
    case .threw, .ended, .notAsked: "your check has an answer for every \(noun)"
    }
  }

  func words<Input>(of candidate: Candidate<Input>, noun: String) -> String {
    let question = candidate.question.map { " (a question to find it by: \($0))" } ?? ""
    switch self {
    case .accepted, .caught: return "your check is right"
    case .refused(let opinion):
      return "your check refuses a right \(noun), it says: \(opinion.words)"
    case .missed: return "it is \(candidate.truth.words), and your check lets it pass\(question)"
    case .elsewhere(let opinion):
      return "it is \(candidate.truth.words), and your check says: \(opinion.words)\(question)"
    case .threw(let message): return "your check gives no answer, \(message)"
    case .ended(_, let reason): return "your check gives no answer: \(reason)"
    case .notAsked: return "your check was not asked any more"
    }
  }
}

extension Candidate.Truth {
  fileprivate var words: String {
    switch self {
    case .right: "right"
    case .wrong(let names): names.isEmpty ? "wrong" : "wrong in \(names.joined(separator: ", "))"
    }
  }
}

extension Verdict {
  /// Whether asking once more would mean waiting once more.
  fileprivate var isWaitedFor: Bool {
    switch self {
    case .timedOut, .memory: true
    default: false
    }
  }
}
