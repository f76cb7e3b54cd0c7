// exercise: 06.4
// is: wrong
// cause: The given gradient at the logits is set to zero at padding, although it need not be zero there.
// named: logits|dLogits
// named: pad|mask
// swift-format-ignore-file

func batchedBackward(
  _ trace: BatchTrace, dLogits: [Matrix], parameters: RNNParameters
) throws -> (gradients: RNNParameters, dInitialHidden: Matrix) {
  let batch = trace.batch
  let masked = dLogits.enumerated().map { t, d in d.scaling(columns: batch.mask.row(t)) }
  let states = [trace.initialHidden] + trace.hidden
  var g = parameters.zeros
  var d = Matrix(zeros: parameters.hiddenSize, batch.size)
  for t in batch.inputs.indices.reversed() {
    let live = batch.mask.row(t)
    g.W.addOuter(masked[t], states[t + 1])
    g.bOutput += masked[t].sumOfColumns
    d += parameters.W.transposedProduct(masked[t])
    let through = d.hadamard(states[t + 1].map { 1 - $0 * $0 }).scaling(columns: live)
    let past = d.scaling(columns: 1 - live)
    g.U.addColumns(through, at: batch.inputs[t])
    g.V.addOuter(through, states[t])
    g.bHidden += through.sumOfColumns
    d = parameters.V.transposedProduct(through) + past
  }
  return (g, d)
}
