import Transcripts

extension Exercise {
  /// How far each matrix of a wrong gradient is from the right one.
  ///
  /// The numbers are those of the first case that is wrong; the time step is looked for in the longest
  /// wrong one, cut to its first step, its first two, and so on.
  func ladder(
    of answers: [(challenge: Challenge<Input>, output: Output)], ask: Ask
  ) -> GradientLadder? {
    guard let plan = ladder else { return nil }
    let cases: [Evidence<Input, Output>.Case] = answers.compactMap { challenge, output in
      guard let right = try? reference(challenge.input) else { return nil }
      return Evidence.Case(
        input: challenge.input, right: observations(right), got: observations(output),
        sizes: sizes(challenge.input))
    }
    guard cases.count == answers.count, let evidence = Evidence<Input, Output>(cases),
      let shown = cases.firstIndex(where: { isWrong($0) })
    else { return nil }
    let first = cases[shown]
    // Beyond a dozen steps a longer case tells nothing new.
    let longest = cases.filter { isWrong($0) && plan.steps($0.input) <= 12 }
      .max { plan.steps($0.input) < plan.steps($1.input) }
    let wrongFrom = firstWrongLengths((longest ?? first).input, plan, ask)
    let rows = evidence.names.indices.compactMap { i in
      row(i, evidence.cases[shown], evidence, wrongFrom[evidence.names[i]])
    }
    let rungs =
      plan.rungs(first.input, ask) + [
        GradientLadder.Rung(
          name: "backward pass (\(id))", holds: false, finding: "differs, as the rows below show")
      ]
    return GradientLadder(
      rungs: rungs, matrices: rows, tolerance: tolerance.relative,
      challenge: answers[shown].challenge.name)
  }

  private func isWrong(_ one: Evidence<Input, Output>.Case) -> Bool {
    if case .different = compare(expected: one.right, got: one.got, tolerance: tolerance) {
      true
    } else {
      false
    }
  }

  /// The smallest number of steps at which each tensor is wrong, by its name.
  private func firstWrongLengths(
    _ input: Input, _ plan: LadderPlan<Input>, _ ask: Ask
  ) -> [String: Int] {
    var result: [String: Int] = [:]
    for length in 1...max(1, plan.steps(input)) {
      let short = plan.prefix(input, length)
      guard let data = try? Wire.encode(short), let right = try? reference(short),
        case .output(let reply) = ask(id, data),
        let output = try? Wire.decode(Output.self, from: reply)
      else { break }
      let got = Dictionary(
        observations(output).map { ($0.name, $0) }, uniquingKeysWith: { a, _ in a })
      for want in observations(right) where result[want.name] == nil {
        let agrees =
          got[want.name].map {
            if case .equal = compare(expected: [want], got: [$0], tolerance: tolerance) {
              true
            } else {
              false
            }
          } ?? false
        if !agrees { result[want.name] = length }
      }
    }
    return result
  }

  private func row(
    _ i: Int, _ one: Evidence<Input, Output>.Case, _ evidence: Evidence<Input, Output>,
    _ wrongFrom: Int?
  ) -> GradientLadder.Row? {
    guard case .numbers(let right) = one.right[i].values, case .numbers(let got) = one.got[i].values
    else { return nil }
    // This case lacks what a deeper stack has.
    guard !right.isEmpty else { return nil }
    var isRight = false
    if case .equal = compare(
      expected: [one.right[i]], got: [one.got[i]], tolerance: tolerance)
    {
      isRight = true
    }
    let sameShape = one.right[i].shape == one.got[i].shape && right.count == got.count
    let distance = sameShape ? Distance(right, got) : nil
    var factor: String?
    if !isRight {
      switch evidence.relation(of: i, { $0.right[$1] }) {
      case .opposite: factor = "−1"
      case .scaled(let by): factor = by.text
      default: break
      }
    }
    return GradientLadder.Row(
      name: one.right[i].name, isRight: isRight, relativeError: distance?.relativeError,
      cosine: distance?.cosine, ratio: distance?.ratio, factor: factor,
      wrongFrom: isRight && wrongFrom == nil ? nil : wrongFrom)
  }
}

/// Two lists of numbers as vectors.
private struct Distance {
  var relativeError: Double?
  var cosine: Double?
  var ratio: Double?

  init(_ right: [Double], _ got: [Double]) {
    func norm(_ numbers: [Double]) -> Double {
      numbers.reduce(0) { $0 + $1 * $1 }.squareRoot()
    }
    let (r, g) = (norm(right), norm(got))
    let difference = norm(zip(right, got).map { $0 - $1 })
    let product = zip(right, got).reduce(0) { $0 + $1.0 * $1.1 }
    func finite(_ value: Double) -> Double? { value.isFinite ? value : nil }
    relativeError = r > 0 ? finite(difference / r) : (g == 0 ? 0 : nil)
    cosine = r > 0 && g > 0 ? finite(max(-1, min(1, product / (r * g)))) : nil
    ratio = r > 0 ? finite(g / r) : nil
  }
}
