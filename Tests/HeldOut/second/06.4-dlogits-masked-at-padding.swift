// exercise: 06.4
// is: wrong
// cause: The given dLogits are multiplied by the mask first, so that what they say at padding is lost for W, bOutput and the states.
// named: dLogits|logits|\bdW\b|\bW\b|bOutput|output
// named: mask|padd|ended
// swift-format-ignore-file

func batchedBackward(
  _ trace: BatchTrace, dLogits: [Matrix], parameters: RNNParameters
) throws -> (gradients: RNNParameters, dInitialHidden: Matrix) {
  let batch = trace.batch
  var out = parameters.zeros
  var dh = Matrix(zeros: parameters.hiddenSize, batch.size)
  for t in stride(from: batch.steps - 1, through: 0, by: -1) {
    let m = batch.mask.row(t)
    let dy = dLogits[t].scaling(columns: m)
    let h = trace.hidden[t]
    let hOld = t == 0 ? trace.initialHidden : trace.hidden[t - 1]
    out.W += dy * h.transposed
    out.bOutput += dy.sumOfColumns
    dh += parameters.W.transposed * dy
    let through = dh.hadamard(h.map { 1 - $0 * $0 }).scaling(columns: m)
    let past = dh.scaling(columns: 1 - m)
    out.U.addColumns(through, at: batch.inputs[t])
    out.V += through * hOld.transposed
    out.bHidden += through.sumOfColumns
    dh = parameters.V.transposed * through + past
  }
  return (out, dh)
}
