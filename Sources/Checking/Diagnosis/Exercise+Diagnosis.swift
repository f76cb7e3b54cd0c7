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
    else { return nil }
    if let shares {
      for i in cases.indices {
        evidence.cases[i].shares = ((try? shares(cases[i].input)) ?? [])
          .compactMap { evidence.aligned(observations($0)) }
      }
    }
    if let causes = evidence.relations() { return Diagnosis(causes) }
    return pair(evidence, Effects(of: misconceptions, on: cases, observations))
      ?? memory(answers, ask)
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
