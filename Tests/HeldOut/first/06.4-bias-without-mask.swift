// exercise: 06.4
// is: wrong
// cause: The mask is forgotten for bHidden alone: padding adds to the gradient of the bias.
// named: bHidden|b_h|bias
// swift-format-ignore-file

func batchedBackward(
  _ trace: BatchTrace, dLogits: [Matrix], parameters: RNNParameters
) throws -> (gradients: RNNParameters, dInitialHidden: Matrix) {
  let batch = trace.batch
  var g = parameters.zeros
  var carry = Matrix(zeros: parameters.hiddenSize, batch.size)
  for t in stride(from: batch.steps - 1, through: 0, by: -1) {
    let m = batch.mask.row(t)
    let h = trace.hidden[t]
    let prev = t == 0 ? trace.initialHidden : trace.hidden[t - 1]
    g.W.addOuter(dLogits[t], h)
    g.bOutput += dLogits[t].sumOfColumns
    let dh = parameters.W.transposedProduct(dLogits[t]) + carry
    let da = dh.hadamard(h.map { 1 - $0 * $0 })
    let masked = da.scaling(columns: m)
    g.U.addColumns(masked, at: batch.inputs[t])
    g.V.addOuter(masked, prev)
    g.bHidden += da.sumOfColumns
    carry = parameters.V.transposedProduct(masked) + dh.scaling(columns: 1 - m)
  }
  return (g, carry)
}
