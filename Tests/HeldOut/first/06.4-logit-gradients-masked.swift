// exercise: 06.4
// is: wrong
// cause: The given dLogits are multiplied by the mask, so what they say at padding is lost for W, bOutput and the states.
// named: dLogits|logits|\bW\b|output
// named: mask|padd
// swift-format-ignore-file

func batchedBackward(
  _ trace: BatchTrace, dLogits: [Matrix], parameters: RNNParameters
) throws -> (gradients: RNNParameters, dInitialHidden: Matrix) {
  let mask = trace.batch.mask
  var g = parameters.zeros
  var carry = Matrix(zeros: parameters.hiddenSize, trace.batch.size)

  for t in (0..<trace.batch.steps).reversed() {
    let on = mask.row(t)
    let off = 1 - on
    let h = trace.hidden[t]
    let hPrev = t == 0 ? trace.initialHidden : trace.hidden[t - 1]

    // no loss on padding
    let dO = dLogits[t].scaling(columns: on)
    g.W += dO * h.transposed
    g.bOutput += dO.sumOfColumns

    let dH = parameters.W.transposed * dO + carry
    let dA = dH.hadamard(h.map { 1 - $0 * $0 }).scaling(columns: on)
    g.V += dA * hPrev.transposed
    g.bHidden += dA.sumOfColumns
    g.U.addColumns(dA, at: trace.batch.inputs[t])

    carry = parameters.V.transposed * dA + dH.scaling(columns: off)
  }
  return (g, carry)
}
