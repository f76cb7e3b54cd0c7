import Checking
import Contracts
import Recurrent

/// Impossible ones, spoiled by hand.
func spoiledTraces(using random: inout SeededRandom) -> [Candidate<TraceOnTrial>] {
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
