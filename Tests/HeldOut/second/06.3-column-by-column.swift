// exercise: 06.3
// is: right
// cause: Each column with the step of lesson 02, kept where the mask is 0.
// swift-format-ignore-file

func batchedForward(
  _ batch: Batch, initialHidden: Matrix, parameters: RNNParameters
) throws -> BatchTrace {
  var trace = BatchTrace(batch: batch, initialHidden: initialHidden)
  var columns = (0..<batch.size).map { initialHidden.column($0) }
  for t in 0..<batch.steps {
    for b in 0..<batch.size where batch.mask[t, b] == 1 {
      columns[b] = try rnnStep(batch.inputs[t][b], hidden: columns[b], parameters: parameters)
    }
    trace.hidden.append(Matrix(columns: columns))
    trace.logits.append(
      Matrix(columns: columns.map { parameters.W * $0 + parameters.bOutput }))
  }
  return trace
}
