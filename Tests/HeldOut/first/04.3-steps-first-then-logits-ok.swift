// exercise: 04.3
// is: right
// cause: right, written another way.
// swift-format-ignore-file

func lstmForward(
  _ inputs: [Int], initialHidden: Vector, initialCell: Vector, parameters: LSTMParameters
) throws -> LSTMTrace {
  var trace = LSTMTrace(
    inputs: inputs, initialHidden: initialHidden, initialCell: initialCell)
  while trace.steps.count < inputs.count {
    let last = trace.steps.last
    trace.steps.append(
      try lstmStep(
        inputs[trace.steps.count], hidden: last?.hidden ?? initialHidden,
        cell: last?.cell ?? initialCell, parameters: parameters))
  }
  // T × V in one product, rows are steps.
  let all = Matrix(rows: trace.steps.map(\.hidden)) * parameters.Wv.transposed
  trace.logits = inputs.indices.map { t in parameters.bv + all.row(t) }
  return trace
}
