// exercise: 06.3
// is: wrong
// cause: At padding the initial state is put back instead of the state of the step before.
// named: initial
// named: padding|mask
// swift-format-ignore-file

func batchedForward(
  _ batch: Batch, initialHidden: Matrix, parameters: RNNParameters
) throws -> BatchTrace {
  var trace = BatchTrace(batch: batch, initialHidden: initialHidden)
  var h = initialHidden
  for t in 0..<batch.steps {
    var new = (parameters.U.selecting(columns: batch.inputs[t]) + parameters.V * h)
      .adding(toColumns: parameters.bHidden).map { tanh($0) }
    for b in 0..<batch.size where batch.mask[t, b] == 0 {
      for i in 0..<parameters.hiddenSize { new[i, b] = initialHidden[i, b] }
    }
    h = new
    trace.hidden.append(h)
    trace.logits.append((parameters.W * h).adding(toColumns: parameters.bOutput))
  }
  return trace
}
