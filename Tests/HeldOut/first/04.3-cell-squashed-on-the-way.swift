// exercise: 04.3
// is: wrong
// cause: The cell that is handed to the next step has gone through tanh.
// named: tanh|squash
// swift-format-ignore-file

func lstmForward(
  _ inputs: [Int], initialHidden: Vector, initialCell: Vector, parameters: LSTMParameters
) throws -> LSTMTrace {
  var steps = [LSTMStep]()
  var logits = [Vector]()
  var h = initialHidden
  var c = initialCell
  for token in inputs {
    let s = try lstmStep(token, hidden: h, cell: c, parameters: parameters)
    h = s.hidden
    c = try tanh(s.cell)
    steps.append(s)
    logits.append(parameters.Wv * h + parameters.bv)
  }
  return LSTMTrace(
    inputs: inputs, initialHidden: initialHidden, initialCell: initialCell, steps: steps,
    logits: logits)
}
