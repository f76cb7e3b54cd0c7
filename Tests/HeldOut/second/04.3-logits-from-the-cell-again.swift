// exercise: 04.3
// is: wrong
// cause: The logits are computed from the memory cell instead of from the hidden state.
// named: logits|output
// named: cell|\bc_?t?\b
// swift-format-ignore-file

func lstmForward(
  _ inputs: [Int], initialHidden: Vector, initialCell: Vector, parameters: LSTMParameters
) throws -> LSTMTrace {
  var state = (h: initialHidden, c: initialCell)
  var steps = [LSTMStep]()
  var logits = [Vector]()
  for x in inputs {
    let s = try lstmStep(x, hidden: state.h, cell: state.c, parameters: parameters)
    state = (h: s.hidden, c: s.cell)
    steps.append(s)
    logits.append(parameters.Wv * state.c + parameters.bv)
  }
  return LSTMTrace(
    inputs: inputs, initialHidden: initialHidden, initialCell: initialCell, steps: steps,
    logits: logits)
}
