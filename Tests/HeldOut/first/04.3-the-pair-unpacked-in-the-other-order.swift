// exercise: 04.3
// is: wrong
// cause: After each step the hidden state and the cell change places: the next step gets the cell as its hidden state and the hidden state as its cell.
// named: hidden|\bh\b|state
// named: cell|\bc\b|memory
// named: swap|exchang|place|mixed|interchang|revers|each other|confus|order|for the|as the|instead
// swift-format-ignore-file

func lstmForward(
  _ inputs: [Int], initialHidden: Vector, initialCell: Vector, parameters: LSTMParameters
) throws -> LSTMTrace {
  var trace = LSTMTrace(inputs: inputs, initialHidden: initialHidden, initialCell: initialCell)
  var state = (hidden: initialHidden, cell: initialCell)

  func advance(_ token: Int) throws -> (Vector, Vector) {
    let step = try lstmStep(token, hidden: state.hidden, cell: state.cell, parameters: parameters)
    trace.steps.append(step)
    trace.logits.append(parameters.Wv * step.hidden + parameters.bv)
    return (step.cell, step.hidden)
  }

  for token in inputs {
    let (h, c) = try advance(token)
    state = (hidden: h, cell: c)
  }
  return trace
}
