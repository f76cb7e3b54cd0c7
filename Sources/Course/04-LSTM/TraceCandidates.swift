import Checking
import Contracts
import Recurrent
import Reference

// T steps, H hidden size, V vocabulary size.

/// What the check of 04.6 has to judge: right traces with peculiarities, and impossible ones.
///
/// An impossible one breaks a rule of the contract by a hundredth at least, a right one none by more
/// than a few roundings.
func traceCandidates(_ seed: UInt64) -> [Candidate<TraceOnTrial>] {
  var random = SeededRandom(seed, for: "04.6")
  let spoiled = spoiledTraces(using: &random)
  return rightTraces(using: &random) + spoiled
    + tracesOfWrongSteps(beside: spoiled.map(\.name), using: &random)
}

/// A network and what it read.
struct TraceCase {
  var input: LSTMForwardInput
  var trace: LSTMTrace

  init(
    inputs: [Int], initialHidden: Vector, initialCell: Vector, parameters: LSTMParameters
  ) {
    input = LSTMForwardInput(
      inputs: inputs, initialHidden: initialHidden, initialCell: initialCell, parameters: parameters
    )
    guard
      let trace = try? lstmForward(
        inputs, initialHidden: initialHidden, initialCell: initialCell, parameters: parameters)
    else { preconditionFailure("the reference does not throw") }
    self.trace = trace
  }

  init(
    hidden: Int, vocabulary: Int, steps: Int, scale: Double = 0.6, cell: Double = 1,
    using random: inout SeededRandom
  ) {
    self.init(
      inputs: random.tokens(steps, below: vocabulary),
      initialHidden: random.bounded(hidden, by: 0.5),
      initialCell: random.vector(hidden, scale: cell),
      parameters: random.lstmParameters(
        hiddenSize: hidden, vocabularySize: vocabulary, scale: scale))
  }

  /// Gates held by their biases alone, one number for all units.
  init(
    forget: Double, input: Double, candidate: Double, output: Double, initialCell: Vector,
    steps: Int, vocabulary: Int, using random: inout SeededRandom
  ) {
    let size = initialCell.count
    var p = random.lstmParameters(hiddenSize: size, vocabularySize: vocabulary)
    for weight in [\LSTMParameters.Wf, \.Wi, \.Wg, \.Wo] { p[keyPath: weight] *= 0 }
    p.bf = Vector(repeatElement(forget, count: size))
    p.bi = Vector(repeatElement(input, count: size))
    p.bg = Vector(repeatElement(candidate, count: size))
    p.bo = Vector(repeatElement(output, count: size))
    self.init(
      inputs: random.tokens(steps, below: vocabulary),
      initialHidden: random.bounded(size, by: 0.5),
      initialCell: initialCell, parameters: p)
  }

  var onTrial: TraceOnTrial { onTrial(trace) }

  func onTrial(_ trace: LSTMTrace) -> TraceOnTrial {
    TraceOnTrial(
      trace: trace, hiddenSize: input.parameters.hiddenSize,
      vocabularySize: input.parameters.vocabularySize)
  }
}

// MARK: - Right ones

private func rightTraces(using random: inout SeededRandom) -> [Candidate<TraceOnTrial>] {
  func right(_ name: String, _ input: TraceOnTrial) -> Candidate<TraceOnTrial> {
    Candidate(name: name, question: nil, input: input, truth: .right)
  }
  let plain = TraceCase(hidden: 3, vocabulary: 4, steps: 5, using: &random)
  let square = TraceCase(hidden: 4, vocabulary: 4, steps: 3, scale: 1.5, using: &random)
  // Logits that happen to look like probabilities.
  var quiet = random.lstmParameters(hiddenSize: 1, vocabularySize: 2)
  quiet.Wv *= 0.01
  quiet.Wg *= 0.1
  quiet.bv = [0.3, 0.6]
  let single = TraceCase(
    inputs: random.tokens(1, below: 2), initialHidden: random.bounded(1, by: 0.5),
    initialCell: random.bounded(1, by: 0.5), parameters: quiet)
  let calm = TraceCase(
    inputs: random.tokens(3, below: 3), initialHidden: random.bounded(2, by: 0.5),
    initialCell: random.bounded(2, by: 0.3),
    parameters: random.lstmParameters(hiddenSize: 2, vocabularySize: 3, scale: 0.1))
  let counting = TraceCase(
    forget: 60, input: 60, candidate: 60, output: 60, initialCell: [3, 0.5 + random.uniform()],
    steps: 6, vocabulary: 3, using: &random)
  let fromZero = TraceCase(
    forget: 60, input: 60, candidate: 60, output: 60, initialCell: [0, 0], steps: 4,
    vocabulary: 3, using: &random)
  let clearing = TraceCase(
    forget: -800, input: 1, candidate: 0.5, output: 2,
    initialCell: [-4 - random.uniform(), 5, -3], steps: 3, vocabulary: 5, using: &random)
  let away = TraceCase(
    inputs: random.tokens(4, below: 3), initialHidden: [1.5, -2 - random.uniform()],
    initialCell: [7, -9],
    parameters: random.lstmParameters(hiddenSize: 2, vocabularySize: 3))
  var loud = random.lstmParameters(hiddenSize: 3, vocabularySize: 4)
  loud.Wv *= 300
  let shouting = TraceCase(
    inputs: random.tokens(4, below: 4), initialHidden: random.bounded(3, by: 0.5),
    initialCell: random.vector(3), parameters: loud)
  return [
    right("the LSTM of this lesson", plain.onTrial),
    right("small weights, and a cell that hardly moves", calm.onTrial),
    right("as many units as words, open and shut gates", square.onTrial),
    right("one unit that reads one token", single.onTrial),
    right("a counter: gates of exactly 1, a cell that grows to 9", counting.onTrial),
    right(
      "a counter from zero, its cells a rounding larger",
      fromZero.onTrial(roundedUp(fromZero.trace))),
    right("a cell that is cleared: a forget gate of exactly 0", clearing.onTrial),
    right("an initial state and cell far from zero", away.onTrial),
    right("logits in the hundreds", shouting.onTrial),
  ]
}

/// Cells by the next larger number, as another order of the same products would give.
private func roundedUp(_ trace: LSTMTrace) -> LSTMTrace {
  var trace = trace
  for t in trace.steps.indices {
    trace.steps[t].cell = trace.steps[t].cell.map { $0.nextUp.nextUp }
  }
  return trace
}
