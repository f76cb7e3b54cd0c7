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
private struct TraceCase {
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

// MARK: - Impossible ones, spoiled by hand

private func spoiledTraces(using random: inout SeededRandom) -> [Candidate<TraceOnTrial>] {
  let plain = TraceCase(hidden: 3, vocabulary: 4, steps: 5, using: &random)
  func wrong(
    _ name: String, _ question: String, _ edit: (inout LSTMTrace) -> Void
  ) -> Candidate<TraceOnTrial> {
    var trace = plain.trace
    edit(&trace)
    return Candidate(
      name: name, question: question, input: plain.onTrial(trace), truth: .wrong([]))
  }
  let middle = random.integer(in: 1...3)
  let size = 0.02 + random.uniform()
  // Negative, and still no farther than 1 from zero.
  let below = -min(size, 0.9)
  let other = TraceCase(hidden: 4, vocabulary: 4, steps: 5, using: &random)
  let larger = TraceCase(hidden: 3, vocabulary: 5, steps: 5, using: &random)
  return [
    // Ranges, one at a time; first and last steps and elements among them.
    wrong("one share of the forget gate below 0", "Between which two numbers must a share lie?") {
      $0.steps[middle].forgetGate[1] = below
    },
    wrong("one share of the input gate above 1", "Between which two numbers must a share lie?") {
      $0.steps[middle].inputGate[2] = 1 + size
    },
    wrong("the output gate below 0 at the last step", "At how many steps does your check look?") {
      $0.steps[4].outputGate[2] = below
    },
    wrong("a candidate beyond −1", "Between which two numbers lies a tanh?") {
      $0.steps[middle].candidate[1] = -1 - size
    },
    wrong("a hidden state beyond 1", "How large can o ⊙ tanh(c) become?") {
      $0.steps[middle].hidden[2] = 1 + size
    },
    wrong(
      "a cell that grows by more than 1 in a step",
      "By how much can a cell grow in one step, with all gates open?"
    ) { trace in
      let before = trace.steps[middle - 1].cell[1]
      trace.steps[middle].cell[1] = abs(before) + 1 + size
      // What follows is as far as it may be, and no further.
      follow(&trace, from: middle + 1, element: 1)
    },
    wrong(
      "a cell that falls by more than 1 below its negative in a step",
      "Which cells can a step reach on the other side of zero?"
    ) { trace in
      let before = trace.steps[middle - 1].cell[2]
      trace.steps[middle].cell[2] = -abs(before) - 1 - size
      follow(&trace, from: middle + 1, element: 2)
    },
    wrong(
      "a first cell too far from the initial one", "Which cell comes before that of `steps[0]`?"
    ) { trace in
      trace.steps[0].cell[1] = abs(trace.initialCell[1]) + 1 + size
      follow(&trace, from: 1, element: 1)
    },
    // What is no number.
    wrong("a NaN in the output gate", "What is NaN < 0, and what is NaN > 1?") {
      $0.steps[middle].outputGate[1] = .nan
    },
    wrong("NaN in all cells from one step on", "What is NaN ≤ NaN + 1?") { trace in
      for t in middle..<5 { trace.steps[t].cell = trace.steps[t].cell.map { _ in .nan } }
    },
    wrong("an infinite logit", "Which numbers of a trace have no bound and must be finite?") {
      $0.logits[middle][3] = -.infinity
    },
    wrong("a NaN in the initial cell", "With what does the first step begin?") {
      $0.initialCell[2] = .nan
    },
    // Shapes.
    wrong("a step too few", "How many steps has a sequence of `inputs.count` tokens?") {
      $0.steps.removeLast()
    },
    wrong("logits of the last step alone", "How many predictions are there for T tokens?") {
      $0.logits = $0.logits.suffix(1)
    },
    wrong("an input gate of H + V numbers", "How many numbers has a gate?") {
      $0.steps[middle].inputGate =
        $0.steps[middle].inputGate.concatenated(with: [0.5, 0.5, 0.5, 0.5])
    },
    wrong("a hidden state without its last number, at the last step", "How many numbers has h?") {
      $0.steps[4].hidden = Vector($0.steps[4].hidden.dropLast())
    },
    wrong("logits of H numbers", "How many numbers does W_v h have?") {
      $0.logits[middle] = $0.steps[middle].hidden
    },
    wrong("a trace that keeps no initial state", "What does the backward pass need at t = 0?") {
      $0.initialHidden = []
    },
    wrong("a token that is not in the vocabulary", "Which ids can a token have?") {
      $0.inputs[middle] = 4
    },
    Candidate(
      name: "a right trace, of a network with a unit more",
      question: "Where does your check take H from?", input: plain.onTrial(other.trace),
      truth: .wrong([])),
    Candidate(
      name: "a right trace, of a network with a word more",
      question: "Where does your check take V from?", input: plain.onTrial(larger.trace),
      truth: .wrong([])),
  ]
}

/// Brings the later cells of one unit to where a step can reach them from the one before.
private func follow(_ trace: inout LSTMTrace, from first: Int, element: Int) {
  for t in first..<trace.steps.count {
    trace.steps[t].cell[element] = 0.9 * trace.steps[t - 1].cell[element]
  }
}

// MARK: - Impossible ones, by mistakes of the catalogue

/// Networks with a mistake out of the catalogues of 04.2 and 04.3 that shows in what they compute.
///
/// Most mistakes do not: their numbers are wrong and none is impossible. That is what such a check
/// cannot see, and nobody is asked to.
private func tracesOfWrongSteps(
  beside known: [String], using random: inout SeededRandom
) -> [Candidate<TraceOnTrial>] {
  let wide = TraceCase(hidden: 3, vocabulary: 4, steps: 5, scale: 2, cell: 3, using: &random)
  let steps = lstmStepMisconceptions.map { mistake in
    (
      mistake.name, mistake.question,
      { try trace(of: wide.input, stepping: mistake.implementation) }
    )
  }
  let passes = lstmForwardMisconceptions.map { mistake in
    (mistake.name, mistake.question, { try mistake.implementation(wide.input) })
  }
  var result: [Candidate<TraceOnTrial>] = []
  var (fromSteps, fromPasses) = (0, 0)
  for (isStep, (name, question, make)) in random.shuffled(
    steps.map { (true, $0) } + passes.map { (false, $0) })
  {
    guard isStep ? fromSteps < 4 : fromPasses < 2, !known.contains(name), let trace = try? make(),
      isPlainlyImpossible(wide.onTrial(trace))
    else { continue }
    if isStep { fromSteps += 1 } else { fromPasses += 1 }
    result.append(
      Candidate(
        name: name, question: question, input: wide.onTrial(trace), truth: .wrong([])))
  }
  return result
}

/// A forward pass with another step; its logits are those of W_v h + b_v.
private func trace(
  of input: LSTMForwardInput, stepping step: (LSTMStepInput) throws -> LSTMStep
) throws -> LSTMTrace {
  var trace = LSTMTrace(
    inputs: input.inputs, initialHidden: input.initialHidden, initialCell: input.initialCell)
  var (hidden, cell) = (input.initialHidden, input.initialCell)
  for token in input.inputs {
    let next = try step(
      LSTMStepInput(token: token, hidden: hidden, cell: cell, parameters: input.parameters))
    trace.steps.append(next)
    trace.logits.append(input.parameters.Wv * next.hidden + input.parameters.bv)
    (hidden, cell) = (next.hidden, next.cell)
  }
  return trace
}

/// Whether a rule of the contract is broken by more than any rounding.
///
/// The model answer then still complains when all numbers are drawn a hundredth nearer to zero and
/// gates a hundredth into their range.
private func isPlainlyImpossible(_ candidate: TraceOnTrial) -> Bool {
  var mild = candidate
  for t in mild.trace.steps.indices {
    for gate in [\LSTMStep.forgetGate, \.inputGate, \.outputGate] {
      mild.trace.steps[t][keyPath: gate] = mild.trace.steps[t][keyPath: gate].map {
        0.5 + ($0 - 0.5) * 0.98
      }
    }
    for part in [\LSTMStep.candidate, \.hidden] { mild.trace.steps[t][keyPath: part] *= 0.98 }
    mild.trace.steps[t].cell = mild.trace.steps[t].cell.map { $0 - ($0 < 0 ? -1 : 1) * 0.01 }
  }
  func complains(_ input: TraceOnTrial) -> Bool {
    let said = try? complaint(
      about: input.trace, hiddenSize: input.hiddenSize, vocabularySize: input.vocabularySize)
    return said != nil
  }
  return complains(candidate) && complains(mild)
}
