// exercise: 06.3
// is: wrong
// cause: Where the mask is 0 the state is multiplied by it and becomes zero, instead of staying what it was.
// named: zero
// named: padding
// swift-format-ignore-file

func batchedForward(
  _ batch: Batch, initialHidden: Matrix, parameters: RNNParameters
) throws -> BatchTrace {
  var trace = BatchTrace(batch: batch, initialHidden: initialHidden)
  var h = initialHidden
  for t in 0..<batch.steps {
    let x = parameters.U.selecting(columns: batch.inputs[t])
    let a = (x + parameters.V * h).adding(toColumns: parameters.bHidden)
    h = a.map { tanh($0) }.scaling(columns: batch.mask.row(t))
    trace.hidden.append(h)
    trace.logits.append((parameters.W * h).adding(toColumns: parameters.bOutput))
  }
  return trace
}
