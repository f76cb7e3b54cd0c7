// exercise: 04.3
// is: wrong
// cause: The logits are read from the memory cell instead of the hidden state.
// named: logits?|Wv|output
// named: cell|\bc\b
// swift-format-ignore-file

func lstmForward(
  _ inputs: [Int], initialHidden: Vector, initialCell: Vector, parameters: LSTMParameters
) throws -> LSTMTrace {
  var trace = LSTMTrace(
    inputs: inputs, initialHidden: initialHidden, initialCell: initialCell)
  var state = (h: initialHidden, c: initialCell)
  for x in inputs {
    let s = try lstmStep(x, hidden: state.h, cell: state.c, parameters: parameters)
    state = (s.hidden, s.cell)
    trace.steps.append(s)
  }
  trace.logits = trace.steps.map { parameters.Wv * $0.cell + parameters.bv }
  return trace
}
