// exercise: 04.3
// is: wrong
// cause: The cell is not carried from step to step: every step gets the initial cell.
// named: cell.*(not carried|never carried)|initial cell
// swift-format-ignore-file

func lstmForward(
  _ inputs: [Int], initialHidden: Vector, initialCell: Vector, parameters: LSTMParameters
) throws -> LSTMTrace {
  var steps = [LSTMStep]()
  var logits = [Vector]()
  var h = initialHidden
  let c = initialCell
  for x in inputs {
    let s = try lstmStep(x, hidden: h, cell: c, parameters: parameters)
    h = s.hidden
    steps.append(s)
    logits.append(parameters.Wv * h + parameters.bv)
  }
  return LSTMTrace(
    inputs: inputs, initialHidden: initialHidden, initialCell: initialCell, steps: steps,
    logits: logits)
}
