// exercise: 06.4
// is: wrong
// cause: Of several sequences that read the same token at one step, only the last one's share goes into that column of dU.
// named: \bd?U\b|token|column
// named: overwr|assign|once|same (token|word|id)|equal|repeat|twice|one of (them|the)|instead of (added|adding|sum)|only the last|last (one|sequence|write)|duplicat|share
// swift-format-ignore-file

func batchedBackward(
  _ trace: BatchTrace, dLogits: [Matrix], parameters: RNNParameters
) throws -> (gradients: RNNParameters, dInitialHidden: Matrix) {
  let batch = trace.batch
  var grads = parameters.zeros
  var dNext = Matrix(zeros: parameters.hiddenSize, batch.size)
  for t in (0..<batch.steps).reversed() {
    let h = trace.hidden[t]
    let hPrev = t > 0 ? trace.hidden[t - 1] : trace.initialHidden
    let mask = batch.mask.row(t)
    grads.W.addOuter(dLogits[t], h)
    grads.bOutput += dLogits[t].sumOfColumns
    let dh = parameters.W.transposedProduct(dLogits[t]) + dNext
    let da = dh.hadamard(h.map { 1 - $0 * $0 }).scaling(columns: mask)
    // dU[:, ids] += da
    let picked = grads.U.selecting(columns: batch.inputs[t]) + da
    for b in 0..<batch.size where mask[b] == 1 {
      for i in 0..<picked.rows { grads.U[i, batch.inputs[t][b]] = picked[i, b] }
    }
    grads.V.addOuter(da, hPrev)
    grads.bHidden += da.sumOfColumns
    dNext = parameters.V.transposedProduct(da) + dh.scaling(columns: 1 - mask)
  }
  return (grads, dNext)
}
