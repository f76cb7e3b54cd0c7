// exercise: 06.4
// is: wrong
// cause: The gradient at the logits is masked in the backward pass, although a loss may look at padding.
// named: dLogits|gradient at the logits|logits
// named: mask|pad
// swift-format-ignore-file

func batchedBackward(
  _ trace: BatchTrace, dLogits: [Matrix], parameters: RNNParameters
) throws -> (gradients: RNNParameters, dInitialHidden: Matrix) {
  let batch = trace.batch
  var g = parameters.zeros
  var carried = Matrix(zeros: parameters.hiddenSize, batch.size)
  for t in (0..<batch.steps).reversed() {
    let mask = batch.mask.row(t)
    // Padding does not count.
    let dZ = dLogits[t].scaling(columns: mask)
    let h = trace.hidden[t]
    let before = t == 0 ? trace.initialHidden : trace.hidden[t - 1]

    g.W += dZ * h.transposed
    g.bOutput += dZ.sumOfColumns

    let dH = parameters.W.transposed * dZ + carried
    let dA = dH.hadamard(h.map { 1 - $0 * $0 }).scaling(columns: mask)
    g.U.addColumns(dA, at: batch.inputs[t])
    g.V += dA * before.transposed
    g.bHidden += dA.sumOfColumns
    carried = parameters.V.transposed * dA + dH.scaling(columns: 1 - mask)
  }
  return (g, carried)
}
