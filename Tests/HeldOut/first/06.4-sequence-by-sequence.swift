// exercise: 06.4
// is: right
// cause: right, written another way.
// swift-format-ignore-file

func batchedBackward(
  _ trace: BatchTrace, dLogits: [Matrix], parameters: RNNParameters
) throws -> (gradients: RNNParameters, dInitialHidden: Matrix) {
  let batch = trace.batch
  var total = parameters.zeros
  var starts: [Vector] = []
  for b in 0..<batch.size {
    var d = Vector(zeros: parameters.hiddenSize)
    for t in stride(from: batch.steps - 1, through: 0, by: -1) {
      let dy = dLogits[t].column(b), h = trace.hidden[t].column(b)
      total.W.addOuter(dy, h)
      total.bOutput += dy
      d += parameters.W.transposedProduct(dy)
      if batch.mask[t, b] == 0 { continue }
      let previous = t > 0 ? trace.hidden[t - 1].column(b) : trace.initialHidden.column(b)
      let da = d * (1 - h * h)
      let token = batch.inputs[t][b]
      for i in da.indices { total.U[i, token] += da[i] }
      total.V.addOuter(da, previous)
      total.bHidden += da
      d = parameters.V.transposedProduct(da)
    }
    starts.append(d)
  }
  return (total, Matrix(columns: starts))
}
