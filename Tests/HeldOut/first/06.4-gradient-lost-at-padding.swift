// exercise: 06.4
// is: wrong
// cause: Where the mask is 0 the state's gradient is dropped; it does not go past the step to the step before.
// named: pad|mask|past|ended
// named: lost|dropped|missing|past|not (carried|handed|passed|go)|left out|zero|stop|forgotten|cut|without
// swift-format-ignore-file

func batchedBackward(
  _ trace: BatchTrace, dLogits: [Matrix], parameters: RNNParameters
) throws -> (gradients: RNNParameters, dInitialHidden: Matrix) {
  let p = parameters, batch = trace.batch
  var g = p.zeros
  var next = Matrix(zeros: p.hiddenSize, batch.size)
  for t in stride(from: batch.steps - 1, through: 0, by: -1) {
    let h = trace.hidden[t]
    let before = t == 0 ? trace.initialHidden : trace.hidden[t - 1]
    g.W += dLogits[t] * h.transposed
    g.bOutput += dLogits[t].sumOfColumns
    let dh = p.W.transposed * dLogits[t] + next
    let da = h.map { 1 - $0 * $0 }.hadamard(dh).scaling(columns: batch.mask.row(t))
    g.U.addColumns(da, at: batch.inputs[t])
    g.V += da * before.transposed
    g.bHidden += da.sumOfColumns
    next = p.V.transposed * da
  }
  return (g, next)
}
