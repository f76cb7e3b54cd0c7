// exercise: 06.4
// is: wrong
// cause: Where there is padding, the gradient of the state is dropped instead of passing unchanged to the step before.
// named: carry|goes past|handed? on|past
// named: padding
// swift-format-ignore-file

func batchedBackward(
  _ trace: BatchTrace, dLogits: [Matrix], parameters: RNNParameters
) throws -> (gradients: RNNParameters, dInitialHidden: Matrix) {
  let B = trace.batch.size
  var g = parameters.zeros
  var next = Matrix(zeros: parameters.hiddenSize, B)
  for t in stride(from: trace.batch.steps - 1, through: 0, by: -1) {
    let h = trace.hidden[t]
    let hPrev = t == 0 ? trace.initialHidden : trace.hidden[t - 1]
    let mask = trace.batch.mask.row(t)
    g.W += dLogits[t] * h.transposed
    g.bOutput += dLogits[t].sumOfColumns
    let dh = parameters.W.transposed * dLogits[t] + next
    let da = dh.hadamard(h.map { 1 - $0 * $0 }).scaling(columns: mask)
    g.U.addColumns(da, at: trace.batch.inputs[t])
    g.V += da * hPrev.transposed
    g.bHidden += da.sumOfColumns
    next = parameters.V.transposed * da
  }
  return (g, next)
}
