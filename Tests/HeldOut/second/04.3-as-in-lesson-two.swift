// exercise: 04.3
// is: wrong
// cause: Only the hidden state is carried from step to step; every step starts from the initial cell.
// named: cell
// named: not carried|never carried|isn't carried|initial|every step|each step|not handed|carr|same cell|not updated|forgot
// swift-format-ignore-file

func lstmForward(
  _ inputs: [Int], initialHidden: Vector, initialCell: Vector, parameters: LSTMParameters
) throws -> LSTMTrace {
  var trace = LSTMTrace(inputs: inputs, initialHidden: initialHidden, initialCell: initialCell)
  var hidden = initialHidden
  let cell = initialCell
  for token in inputs {
    let step = try lstmStep(token, hidden: hidden, cell: cell, parameters: parameters)
    hidden = step.hidden
    trace.steps.append(step)
    trace.logits.append(parameters.Wv * hidden + parameters.bv)
  }
  return trace
}
