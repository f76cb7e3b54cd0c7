// exercise: 06.3
// is: wrong
// cause: The logits are computed from the step's new state before the mask was applied, not from the state that is kept.
// named: logit
// named: unmasked|before the mask|mask|padding|candidate|new state|not kept|would have|kept
// swift-format-ignore-file

func batchedForward(
  _ batch: Batch, initialHidden: Matrix, parameters: RNNParameters
) throws -> BatchTrace {
  var trace = BatchTrace(batch: batch, initialHidden: initialHidden)
  for t in 0..<batch.steps {
    let before = trace.hidden.last ?? initialHidden
    var proposed = Matrix(zeros: parameters.hiddenSize, batch.size)
    for b in 0..<batch.size {
      let next = try rnnStep(batch.inputs[t][b], hidden: before.column(b), parameters: parameters)
      for i in next.indices { proposed[i, b] = next[i] }
    }
    trace.logits.append((parameters.W * proposed).adding(toColumns: parameters.bOutput))
    var kept = proposed
    for b in 0..<batch.size where batch.mask[t, b] == 0 {
      for i in 0..<kept.rows { kept[i, b] = before[i, b] }
    }
    trace.hidden.append(kept)
  }
  return trace
}
