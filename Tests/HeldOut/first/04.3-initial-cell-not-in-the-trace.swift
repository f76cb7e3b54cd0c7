// exercise: 04.3
// is: wrong
// cause: The trace says that the initial cell was zero, although the steps began from the one that was given.
// named: initial(Cell| (memory )?cell)
// named: zero|trace|not .*given|as given|recorded|kept|missing|left out
// swift-format-ignore-file

func lstmForward(
  _ inputs: [Int], initialHidden: Vector, initialCell: Vector, parameters: LSTMParameters
) throws -> LSTMTrace {
  var trace = LSTMTrace(
    inputs: inputs, initialHidden: initialHidden,
    initialCell: Vector(zeros: parameters.hiddenSize))
  var h = initialHidden
  var c = initialCell
  for t in 0..<inputs.count {
    let step = try lstmStep(inputs[t], hidden: h, cell: c, parameters: parameters)
    h = step.hidden
    c = step.cell
    trace.steps.append(step)
    trace.logits.append(parameters.Wv * h + parameters.bv)
  }
  return trace
}
