// exercise: 06.4
// is: wrong
// cause: The given dLogits are multiplied by the mask: what the loss says at padded places is dropped from W, the output bias and the state, though it need not be zero.
// named: dLogits|gradients? at the logits|logits' gradient|logits|\bW\b
// named: padd|mask
// swift-format-ignore-file

func batchedBackward(
  _ trace: BatchTrace, dLogits: [Matrix], parameters: RNNParameters
) throws -> (gradients: RNNParameters, dInitialHidden: Matrix) {
  let p = parameters
  let mask = trace.batch.mask
  var g = p.zeros
  var carry = Matrix(zeros: p.hiddenSize, trace.batch.size)
  for t in (0..<trace.batch.steps).reversed() {
    let m = mask.row(t)
    let h = trace.hidden[t]
    let hBefore = t > 0 ? trace.hidden[t - 1] : trace.initialHidden
    let dy = dLogits[t].scaling(columns: m)
    g.W.addOuter(dy, h)
    g.bOutput += dy.sumOfColumns
    let dh = carry + p.W.transposedProduct(dy)
    let da = dh.hadamard(h.map { 1 - $0 * $0 }).scaling(columns: m)
    g.U.addColumns(da, at: trace.batch.inputs[t])
    g.V.addOuter(da, hBefore)
    g.bHidden += da.sumOfColumns
    carry = p.V.transposedProduct(da) + dh.scaling(columns: 1 - m)
  }
  return (g, carry)
}
