// exercise: 06.3
// is: wrong
// cause: Where the mask is 0 the column is the initial state, not the state of the step before.
// named: initial
// swift-format-ignore-file

func batchedForward(
  _ batch: Batch, initialHidden: Matrix, parameters: RNNParameters
) throws -> BatchTrace {
  var trace = BatchTrace(batch: batch, initialHidden: initialHidden)
  var h = initialHidden
  for t in 0..<batch.steps {
    let a = parameters.U.selecting(columns: batch.inputs[t]) + parameters.V * h
    var new = a.adding(toColumns: parameters.bHidden).map { tanh($0) }
    for b in 0..<batch.size where batch.mask[t, b] == 0 {
      for i in 0..<new.rows { new[i, b] = initialHidden[i, b] }
    }
    h = new
    trace.hidden.append(h)
    trace.logits.append((parameters.W * h).adding(toColumns: parameters.bOutput))
  }
  return trace
}
