// exercise: 04.3
// is: wrong
// cause: The memory cell is not carried from step to step; every step begins with the initial cell.
// named: cell|memory
// named: not carried|never (carried|updated|handed|passed)|not (handed|updated|passed|kept)|(every|each) step (begins|starts)|(begins?|starts?) (each time |again )?(from|with|at) the (initial|first)|initial cell|same cell
// swift-format-ignore-file

func lstmForward(
  _ inputs: [Int], initialHidden: Vector, initialCell: Vector, parameters: LSTMParameters
) throws -> LSTMTrace {
  var h = initialHidden
  let c = initialCell
  var steps: [LSTMStep] = []
  var logits: [Vector] = []
  for t in 0..<inputs.count {
    let s = try lstmStep(inputs[t], hidden: h, cell: c, parameters: parameters)
    h = s.hidden
    steps.append(s)
    logits.append(parameters.Wv * h + parameters.bv)
  }
  return LSTMTrace(
    inputs: inputs, initialHidden: initialHidden, initialCell: initialCell, steps: steps,
    logits: logits)
}
