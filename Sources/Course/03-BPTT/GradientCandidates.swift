import Checking
import Contracts
import Recurrent
import Reference

// T steps, H hidden size, V vocabulary size.

/// What the check of 03.7 has to judge: right gradients with peculiarities, and wrong ones.
///
/// A right one is right to rounding. A wrong one is off by more than a thousandth of the largest
/// number in its tensor, so that checks by element and checks by norm can both see it. In between
/// nothing is asked.
func gradientCandidates(_ seed: UInt64) -> [Candidate<GradientOnTrial>] {
  var random = SeededRandom(seed, for: "03.7")
  let right = rightNetworkGradients(using: &random) + rightFunctionGradients(using: &random)
  let wrong = wrongNetworkGradients(using: &random) + wrongFunctionGradients(using: &random)
  return right + wrong
}

// MARK: - Of a network

/// A network, a sequence, and the right gradient.
struct NetworkCase {
  var input: RNNBackwardInput
  var gradient: RNNParameters

  init(
    inputs: [Int], targets: [Int], initialHidden: Vector, parameters: RNNParameters
  ) {
    guard
      let trace = try? rnnForward(inputs, initialHidden: initialHidden, parameters: parameters),
      let result = try? rnnBackward(trace, targets: targets, parameters: parameters)
    else { preconditionFailure("the reference does not throw") }
    input = RNNBackwardInput(trace: trace, targets: targets, parameters: parameters)
    gradient = result.gradients
  }

  /// Normal weights, from a state that is not zero, with every token among the inputs.
  init(
    hidden: Int, vocabulary: Int, steps: Int, scale: Double = 0.6,
    using random: inout SeededRandom
  ) {
    self.init(
      inputs: random.shuffled((0..<steps).map { $0 % vocabulary }),
      targets: random.tokens(steps, below: vocabulary),
      initialHidden: random.vector(hidden, scale: 0.5),
      parameters: random.parameters(hiddenSize: hidden, vocabularySize: vocabulary, scale: scale))
  }

  func onTrial(_ gradient: RNNParameters) -> GradientOnTrial {
    .network(
      .init(
        inputs: input.trace.inputs, targets: input.targets,
        initialHidden: input.trace.initialHidden, parameters: input.parameters, gradient: gradient))
  }

  /// A wrong gradient; `nil` where it is not plainly wrong, or hardly differs from the right one.
  func wrong(
    _ name: String, _ question: String, _ got: RNNParameters
  ) -> Candidate<GradientOnTrial>? {
    guard let names = plainlyWrong(got, right: gradient), !names.isEmpty else { return nil }
    return Candidate(
      name: name, question: question, input: onTrial(got), truth: .wrong(names))
  }

  func right(_ name: String, _ got: RNNParameters) -> Candidate<GradientOnTrial> {
    Candidate(name: name, question: nil, input: onTrial(got), truth: .right)
  }
}

private func rightNetworkGradients(
  using random: inout SeededRandom
) -> [Candidate<GradientOnTrial>] {
  let plain = NetworkCase(hidden: 3, vocabulary: 4, steps: 5, using: &random)
  var rounded = plain.gradient
  rounded.tensors = rounded.tensors.map { $0.map { $0 * (1 + 1e-13 * random.normal()) } }
  let saturated = NetworkCase(hidden: 4, vocabulary: 3, steps: 5, scale: 2, using: &random)
  let unread = NetworkCase(
    inputs: random.shuffled([0, 0, 1, 1, 2]), targets: random.tokens(5, below: 4),
    initialHidden: random.vector(3, scale: 0.5),
    parameters: random.parameters(hiddenSize: 3, vocabularySize: 4))
  let single = NetworkCase(
    inputs: random.tokens(1, below: 3), targets: random.tokens(1, below: 3),
    initialHidden: Vector(zeros: 3),
    parameters: random.parameters(hiddenSize: 3, vocabularySize: 3))
  return [
    plain.right("the backward pass of this lesson", plain.gradient),
    plain.right("the same with its sums in another order: other roundings", rounded),
    saturated.right("units at the ends of tanh: some numbers are tiny", saturated.gradient),
    unread.right("a token that does not occur: a column of zeros in dU", unread.gradient),
    single.right("a single step from a zero state: all of dV is zero", single.gradient),
  ]
}

private func wrongNetworkGradients(
  using random: inout SeededRandom
) -> [Candidate<GradientOnTrial>] {
  // Only gradients that show what they are at this very point are of use.
  for _ in 0..<100 {
    let plain = NetworkCase(hidden: 3, vocabulary: 4, steps: 6, using: &random)
    let spoiled = spoiledGradients(plain, using: &random)
    guard spoiled.allSatisfy({ $0 != nil }) else { continue }
    let known = spoiled.compactMap { $0 }
    return known + derivedWrongly(plain, count: 7, beside: known, using: &random)
  }
  preconditionFailure("no network shows all mistakes of 03.7")
}

/// Backward passes with a mistake out of the catalogue of 03.1, in an order that the seed decides.
private func derivedWrongly(
  _ plain: NetworkCase, count: Int, beside known: [Candidate<GradientOnTrial>],
  using random: inout SeededRandom
) -> [Candidate<GradientOnTrial>] {
  var seen = known.map(\.input.encoded)
  var result: [Candidate<GradientOnTrial>] = []
  for mistake in random.shuffled(backwardMisconceptions) where result.count < count {
    guard let got = try? mistake.implementation(plain.input).gradients,
      let candidate = plain.wrong(mistake.name, mistake.question, got),
      !seen.contains(candidate.input.encoded)
    else { continue }
    seen.append(candidate.input.encoded)
    result.append(candidate)
  }
  return result
}

/// The right gradient, spoiled in one way each.
private func spoiledGradients(
  _ plain: NetworkCase, using random: inout SeededRandom
) -> [Candidate<GradientOnTrial>?] {
  func edited(_ edit: (inout RNNParameters) -> Void) -> RNNParameters {
    var gradient = plain.gradient
    edit(&gradient)
    return gradient
  }
  func scaled(_ factor: Double) -> RNNParameters {
    edited { $0.tensors = $0.tensors.map { factor * $0 } }
  }
  let names = plain.gradient.names
  let nudged = random.integer(in: 0...2)
  let notANumber = random.integer(in: 0...4)
  let overflown = (notANumber + random.integer(in: 1...4)) % 5
  return [
    plain.wrong(
      "right up to the factor 1/T", "Is the loss a sum over the steps or a mean?",
      scaled(1 / Double(plain.input.targets.count))),
    plain.wrong(
      "the opposite sign everywhere", "Does your check compare numbers or their magnitudes?",
      scaled(-1)),
    plain.wrong(
      "zeros, as if nothing had been added up", "What is your relative error for a = 0 and n = 1?",
      plain.gradient.zeros),
    plain.wrong(
      "dV transposed", "Which gradients have the same sum and the same norm as the right one?",
      edited { $0.V = $0.V.transposed }),
    plain.wrong(
      "all tensors right but the last: a forgotten dbOutput",
      "Does your check go through all of `names`?", edited { $0.bOutput *= 0 }),
    plain.wrong(
      "all numbers of dbHidden off by 0.2 %",
      "How wrong may a gradient be before your check notices?",
      edited { $0.bHidden *= 1.002 }),
    plain.wrong(
      "one number of d\(names[nudged]) too small by 0.2 %, all others right",
      "Can one wrong number hide among many right ones?",
      edited { gradient in
        let (i, j) = largest(of: gradient.tensors[nudged])
        gradient.tensors[nudged][i, j] -= 0.002 * abs(gradient.tensors[nudged][i, j])
      }),
    plain.wrong(
      "one number of d\(names[nudged]) too large by 0.2 %, all others right",
      "Can one wrong number hide among many right ones?",
      edited { gradient in
        let (i, j) = largest(of: gradient.tensors[nudged])
        gradient.tensors[nudged][i, j] += 0.002 * abs(gradient.tensors[nudged][i, j])
      }),
    plain.wrong(
      "a NaN in d\(names[notANumber])", "What is NaN > 0.001?",
      edited { $0.tensors[notANumber][0, 0] = .nan }),
    plain.wrong(
      "an infinity in d\(names[overflown])", "What is a share of infinity?",
      edited { $0.tensors[overflown][1, 0] = .infinity }),
    plain.wrong(
      "dbOutput with a number too many", "Does your check compare shapes before numbers?",
      edited { $0.bOutput = $0.bOutput.concatenated(with: [0]) }),
  ]
}

/// Row and column of the number with the largest magnitude.
private func largest(of matrix: Matrix) -> (Int, Int) {
  let elements = matrix.elements
  let flat = elements.indices.max { abs(elements[$0]) < abs(elements[$1]) } ?? 0
  return (flat / matrix.columns, flat % matrix.columns)
}

extension GradientOnTrial {
  /// For telling whether two are the same, NaN included.
  fileprivate var encoded: String { "\(self)" }
}
