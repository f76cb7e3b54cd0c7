// exercise: 04.3
// is: wrong
// cause: The logits are computed from the cell instead of from the hidden state.
// named: logits
// named: cell
// swift-format-ignore-file

func lstmForward(
  _ inputs: [Int], initialHidden: Vector, initialCell: Vector, parameters: LSTMParameters
) throws -> LSTMTrace {
  var trace = LSTMTrace(inputs: inputs, initialHidden: initialHidden, initialCell: initialCell)
  var h = initialHidden
  var c = initialCell
  for token in inputs {
    let s = try lstmStep(token, hidden: h, cell: c, parameters: parameters)
    (h, c) = (s.hidden, s.cell)
    trace.steps.append(s)
    trace.logits.append(parameters.Wv * c + parameters.bv)
  }
  return trace
}
