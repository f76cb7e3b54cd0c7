// exercise: 04.3
// is: wrong
// cause: The trace is put together after the loop with the variables that have moved on: its initial state and cell are the last ones.
// named: initial|start|first
// named: last|final|\bend|moved|overwrit|not (as )?given
// swift-format-ignore-file

func lstmForward(
  _ inputs: [Int], initialHidden: Vector, initialCell: Vector, parameters: LSTMParameters
) throws -> LSTMTrace {
  var hidden = initialHidden
  var cell = initialCell
  let steps = try inputs.map { token -> LSTMStep in
    let step = try lstmStep(token, hidden: hidden, cell: cell, parameters: parameters)
    hidden = step.hidden
    cell = step.cell
    return step
  }
  let logits = steps.map { parameters.Wv * $0.hidden + parameters.bv }
  return LSTMTrace(
    inputs: inputs, initialHidden: hidden, initialCell: cell, steps: steps, logits: logits)
}
