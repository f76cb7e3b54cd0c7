import Transcripts

extension Exercise {
  /// What gives exactly the student's results in every case: a misconception of the catalogue, a
  /// relation to the right result that can be read off it, or two of these at once.
  ///
  /// One is looked for before two. Where two explanations fit equally well neither is named: a wrong
  /// name costs a student more than none.
  ///
  /// - Parameter ask: asks the last question once more, where nothing else explains the answers.
  func diagnosis(
    of answers: [(challenge: Challenge<Input>, output: Output)], _ ask: Ask
  ) -> Diagnosis? {
    let cases: [Evidence<Input, Output>.Case] = answers.compactMap { challenge, output in
      guard let right = try? reference(challenge.input) else { return nil }
      return Evidence.Case(
        input: challenge.input, right: observations(right), got: observations(output),
        sizes: sizes(challenge.input))
    }
    guard !cases.isEmpty else { return nil }
    let fitting = misconceptions.filter { fits($0, cases) }
    if fitting.count > 1 { return nil }
    if let only = fitting.first { return Diagnosis([only.cause]) }

    // Where anything with the right properties is right, nothing else can be compared with.
    guard comparesWithReference, var evidence = Evidence<Input, Output>(cases),
      !evidence.wrong.isEmpty
    else { return comparesWithReference ? symptom(of: answers) : nil }
    if let shares {
      for i in cases.indices {
        evidence.cases[i].shares = ((try? shares(cases[i].input)) ?? [])
          .compactMap { evidence.aligned(observations($0)) }
      }
    }
    if let causes = evidence.relations() { return Diagnosis(causes) }
    if let guarded = beyondGuard(cases) { return Diagnosis([guarded.cause]) }
    return pair(evidence, Effects(of: misconceptions, on: cases, observations))
      ?? symptom(of: answers) ?? memory(answers, ask)
  }

  /// The one misconception that gives the student's results in all cases but the smallest, where these
  /// are right: many begin with a line of their own for an input of nothing or next to nothing.
  private func beyondGuard(
    _ cases: [Evidence<Input, Output>.Case]
  ) -> Misconception<Input, Output>? {
    /// By the first letter that the lesson has for it, T of most; without one, by what is right.
    func size(_ one: Evidence<Input, Output>.Case) -> Int {
      one.sizes.first?.value ?? one.right.reduce(0) { $0 + $1.count }
    }
    let wrong = cases.filter { !$0.got.isExplained(by: $0.right) }
    guard wrong.count > 1, let smallest = wrong.map(size).min() else { return nil }
    let rest = cases.filter { size($0) >= smallest }
    guard rest.count < cases.count else { return nil }
    let fitting = misconceptions.filter { fits($0, rest) }
    return fitting.count == 1 ? fitting.first : nil
  }

  /// The one symptom that all of the student's wrong results show.
  private func symptom(
    of answers: [(challenge: Challenge<Input>, output: Output)]
  ) -> Diagnosis? {
    let shown = symptoms.filter { symptom in
      answers.allSatisfy { challenge, output in
        guard let right = try? reference(challenge.input) else { return false }
        return observations(output).isExplained(by: observations(right))
          || symptom.shows(challenge.input, right, output)
      }
    }
    return shown.count == 1 ? shown.first.map { Diagnosis([$0.cause]) } : nil
  }

  /// Another answer to the last question, asked once more: of what outlives a call, the last one has
  /// left the most.
  private func memory(
    _ answers: [(challenge: Challenge<Input>, output: Output)], _ ask: Ask
  ) -> Diagnosis? {
    guard let last = answers.last, let input = try? Wire.encode(last.challenge.input),
      case .output(let reply) = ask(id, input),
      let again = try? Wire.decode(Output.self, from: reply),
      !observations(again).isExplained(by: observations(last.output))
    else { return nil }
    return Diagnosis(
      name: "an answer that is not the same twice",
      explanation:
        "The same question, asked again, gets another answer: something is left over from "
        + "an earlier call, or drawn without the seed.",
      question: "Which of your variables live longer than one call?")
  }

  /// Whether a misconception gives the student's results; most are turned down by the first case.
  private func fits(
    _ misconception: Misconception<Input, Output>, _ cases: [Evidence<Input, Output>.Case]
  ) -> Bool {
    cases.allSatisfy { one in
      guard let wrong = try? misconception.implementation(one.input) else { return false }
      return one.got.isExplained(by: observations(wrong))
    }
  }
}
