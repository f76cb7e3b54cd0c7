// exercise: 06.3
// is: right
// cause: Sequence by sequence with lesson 02's step, stopping at each one's end and filling the rest with the last state; the columns are put together afterwards.
// swift-format-ignore-file

func batchedForward(
  _ batch: Batch, initialHidden: Matrix, parameters: RNNParameters
) throws -> BatchTrace {
  var columns: [[Vector]] = []     // [b][t]
  for b in 0..<batch.size {
    var state = initialHidden.column(b)
    var states: [Vector] = []
    for t in 0..<batch.steps {
      if batch.mask[t, b] != 0 {
        state = try rnnStep(batch.inputs[t][b], hidden: state, parameters: parameters)
      }
      states.append(state)
    }
    columns.append(states)
  }
  var trace = BatchTrace(batch: batch, initialHidden: initialHidden)
  for t in 0..<batch.steps {
    trace.hidden.append(Matrix(columns: columns.map { $0[t] }))
    trace.logits.append(
      Matrix(columns: columns.map { parameters.W * $0[t] + parameters.bOutput }))
  }
  return trace
}
