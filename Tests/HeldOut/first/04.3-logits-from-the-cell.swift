// exercise: 04.3
// is: wrong
// cause: The logits are computed from the memory cell instead of the hidden state.
// named: logits?|output layer|Wv
// named: cell|memory
// swift-format-ignore-file

func lstmForward(
  _ inputs: [Int], initialHidden: Vector, initialCell: Vector, parameters: LSTMParameters
) throws -> LSTMTrace {
  let start = (hidden: initialHidden, cell: initialCell)
  var steps: [LSTMStep] = []
  _ = try inputs.reduce(start) { state, token in
    let step = try lstmStep(
      token, hidden: state.hidden, cell: state.cell, parameters: parameters)
    steps.append(step)
    return (step.hidden, step.cell)
  }
  return LSTMTrace(
    inputs: inputs, initialHidden: initialHidden, initialCell: initialCell, steps: steps,
    logits: steps.map(\.cell).map { parameters.Wv * $0 + parameters.bv })
}
