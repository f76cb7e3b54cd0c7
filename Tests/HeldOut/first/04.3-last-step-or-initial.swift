// exercise: 04.3
// is: right
// cause: Reads the state before from the last step of the trace, or the initial one.
// swift-format-ignore-file

func lstmForward(
  _ inputs: [Int], initialHidden: Vector, initialCell: Vector, parameters: LSTMParameters
) throws -> LSTMTrace {
  var trace = LSTMTrace(inputs: inputs, initialHidden: initialHidden, initialCell: initialCell)
  for t in 0..<inputs.count {
    let h = trace.steps.last?.hidden ?? trace.initialHidden
    let c = trace.steps.last?.cell ?? trace.initialCell
    trace.steps.append(
      try lstmStep(inputs[t], hidden: h, cell: c, parameters: parameters))
  }
  trace.logits = trace.steps.map { parameters.Wv * $0.hidden + parameters.bv }
  return trace
}
