import Checking
import Contracts
import Recurrent

/// What goes wrong inside one step: the four gates and the slopes.
let layerGateMisconceptions: [Misconception<LayerBackwardInput, LayerGradients<LSTMLayer>>] = [
  // What each gate meets.
  lacksPartner(
    "c_{t−1} left out of df", "The forget gate's gradient does not ask what it kept.", 0),
  lacksPartner("g left out of di", "The input gate's gradient does not ask what it let in.", 1),
  lacksPartner(
    "i left out of dg", "The candidate gets a full gradient even where it was shut out.", 2),
  lacksPartner(
    "tanh(c) left out of do", "The output gate's gradient does not ask what it showed.", 3),
  wrongLayerBackward(
    "c_t where tanh(c_t) belongs, in do",
    "The output gate is judged by the cell, though it weighed tanh of it.",
    "What does o multiply: the cell, or what tanh made of it?"
  ) { $0.metByOutput = { step, _ in step.cell } },
  wrongLayerBackward(
    "h_t where tanh(c_t) belongs, in do",
    "The output gate's own value is counted once more.",
    "What does o multiply: h, or tanh of the cell?"
  ) { $0.metByOutput = { step, _ in step.hidden } },
  wrongLayerBackward(
    "do from dC in place of dh", "The output gate hears the cell's gradient, which lies behind it.",
    "Does o act on the cell or on what is shown of it?"
  ) { $0.outputFrom = { _, dCell in dCell } },
  // Into the cell.
  wrongLayerBackward(
    "1 − h² in place of 1 − tanh²c",
    "The slope is taken at what the output gate showed, so a closed gate makes it steep.",
    "Which vector came out of tanh: h_t or tanh(c_t)?"
  ) { $0.slopeOfStep = { 1 - $0.hidden * $0.hidden } },
  wrongLayerBackward(
    "1 − tanh(c) in place of 1 − tanh²c",
    "Negative cells get too much gradient, and positive ones too little.",
    "What is the derivative of tanh(c), in terms of tanh(c)?"
  ) { $0.tanhSlope = { _, tanhCell in 1 - tanhCell } },
  wrongLayerBackward(
    "tanh(c) in place of 1 − tanh²c",
    "Where a cell is negative its gradient changes its sign.",
    "What is the derivative of tanh(c), in terms of tanh(c)?"
  ) { $0.tanhSlope = { _, tanhCell in tanhCell } },
  wrongLayerBackward(
    "tanh taken twice of the cell, in its slope",
    "tanh is applied a second time, so the slope does not see where it is saturated.",
    "Of which vector is tanh′ taken: of the cell or of tanh of it?"
  ) { $0.tanhSlope = { _, tanhCell in tanhSlopeTwice(tanhCell) } },
  wrongLayerBackward(
    "a dC whose output gate is 1 − o",
    "The cell gets a gradient where the output gate was closed, and none where it was open.",
    "How much of tanh(c) is in h?"
  ) { $0.intoCell = { dHidden, o in dHidden * (1 - o) } },
  wrongLayerBackward(
    "a dC with the output gate's derivative",
    "A wide open gate lets hardly anything into the cell, though it showed nearly all of it.",
    "Is the cell inside of σ?"
  ) { $0.intoCell = { dHidden, o in dHidden * o * (1 - o) } },
  // The slopes.
  lacksSlope("the forget gate", 0), lacksSlope("the input gate", 1),
  lacksSlope("the output gate", 3),
  wrongLayerBackward(
    "no slopes at all, of gates and candidate",
    "All four gradients are those by the activated values, not by the sums that made them.",
    "What lies between W z + b and a gate?"
  ) { $0.leavesOutSlope = [0, 1, 2, 3] },
  wrongLayerBackward(
    "1 − s where s(1 − s) belongs, in all gates",
    "The gates' gradients are too large, most of all where they are nearly closed.",
    "What is σ′ in terms of its value?"
  ) { $0.sigmoidSlope = { 1 - $0 } },
  wrongLayerBackward(
    "s where s(1 − s) belongs, in all gates",
    "The gates' gradients are too large, most of all where they are wide open.",
    "What is σ′ in terms of its value?"
  ) { $0.sigmoidSlope = { $0 } },
  wrongLayerBackward(
    "1 − s²: a tanh's slope for the gates",
    "The gates get too much gradient, most of all where they are nearly closed.",
    "Which function makes a gate?"
  ) { $0.sigmoidSlope = { 1 - $0 * $0 } },
  wrongLayerBackward(
    "σ applied again to the gates, in their slope",
    "σ is applied a second time, so the slopes come out nearly flat.",
    "The gates have been through σ: what is σ′ in terms of their values?"
  ) { $0.sigmoidSlope = { sigmoidSlopeTwice($0) } },
  wrongLayerBackward(
    "1 − g where 1 − g² belongs",
    "Positive candidates get too little gradient, and negative ones too much.",
    "What is tanh′ in terms of its value g?"
  ) { $0.candidateSlope = { 1 - $0 } },
  wrongLayerBackward(
    "tanh applied again to the candidate, in its slope",
    "tanh is applied a second time, so dg does not see where the candidate is saturated.",
    "`candidate` has been through tanh: what is tanh′ in terms of g?"
  ) { $0.candidateSlope = { tanhSlopeTwice($0) } },
  wrongLayerBackward(
    "σ and tanh applied again to gates and candidate",
    "σ and tanh are applied a second time, so no slope sees where its gate is saturated.",
    "Which values in the trace have not been through σ or tanh yet?"
  ) {
    $0.sigmoidSlope = { sigmoidSlopeTwice($0) }
    $0.candidateSlope = { tanhSlopeTwice($0) }
  },
  // Under whose name.
  exchangedGradients("forget gate and input gate", \.Wf, \.Wi, \.bf, \.bi),
  exchangedGradients("forget gate and candidate", \.Wf, \.Wg, \.bf, \.bg),
  exchangedGradients("forget gate and output gate", \.Wf, \.Wo, \.bf, \.bo),
  exchangedGradients("input gate and candidate", \.Wi, \.Wg, \.bi, \.bg),
  exchangedGradients("input gate and output gate", \.Wi, \.Wo, \.bi, \.bo),
  exchangedGradients("candidate and output gate", \.Wg, \.Wo, \.bg, \.bo),
]

private typealias WrongPass = Misconception<LayerBackwardInput, LayerGradients<LSTMLayer>>

private func lacksPartner(_ name: String, _ explanation: String, _ place: Int) -> WrongPass {
  wrongLayerBackward(name, explanation, "What is multiplied with what where they meet?") {
    $0.leavesOutPartner = [place]
  }
}

private func lacksSlope(_ gate: String, _ place: Int) -> WrongPass {
  wrongLayerBackward(
    "no slope of the sigmoid, in \(gate) alone",
    "The gradient of \(gate) is that by its value, not by the sum that made it.",
    "What lies between W z + b and a gate?"
  ) { $0.leavesOutSlope = [place] }
}

private func exchangedGradients(
  _ names: String, _ one: any WritableKeyPath<LSTMLayer, Matrix> & Sendable,
  _ two: any WritableKeyPath<LSTMLayer, Matrix> & Sendable,
  _ first: any WritableKeyPath<LSTMLayer, Vector> & Sendable,
  _ second: any WritableKeyPath<LSTMLayer, Vector> & Sendable
) -> WrongPass {
  wrongLayerBackward(
    "the gradients of \(names) exchanged",
    "The numbers are right, but each one's stand under the other's names.",
    "Which of the weights made which?"
  ) {
    $0.finish = { output in
      let (matrix, vector) = (output.gradients[keyPath: one], output.gradients[keyPath: first])
      output.gradients[keyPath: one] = output.gradients[keyPath: two]
      output.gradients[keyPath: first] = output.gradients[keyPath: second]
      output.gradients[keyPath: two] = matrix
      output.gradients[keyPath: second] = vector
    }
  }
}
