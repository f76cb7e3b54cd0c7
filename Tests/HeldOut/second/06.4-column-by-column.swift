// exercise: 06.4
// is: right
// cause: Each sequence is walked back by itself with vectors and an if for padding; the gradients are added over the columns.
// swift-format-ignore-file

func batchedBackward(
  _ trace: BatchTrace, dLogits: [Matrix], parameters: RNNParameters
) throws -> (gradients: RNNParameters, dInitialHidden: Matrix) {
  let batch = trace.batch
  var sum = parameters.zeros
  var starts: [Vector] = []
  for b in 0..<batch.size {
    var d = Vector(zeros: parameters.hiddenSize)
    for t in stride(from: batch.steps - 1, through: 0, by: -1) {
      let dy = dLogits[t].column(b)
      let h = trace.hidden[t].column(b)
      sum.W += dy.outer(h)
      sum.bOutput += dy
      d += parameters.W.transposedProduct(dy)
      // Padding: the state has passed unchanged, and so does d.
      if batch.mask[t, b] == 0 { continue }
      d = d * (1 - h * h)
      let before = t == 0 ? trace.initialHidden.column(b) : trace.hidden[t - 1].column(b)
      sum.V += d.outer(before)
      sum.bHidden += d
      let token = batch.inputs[t][b]
      for k in d.indices { sum.U[k, token] += d[k] }
      d = parameters.V.transposedProduct(d)
    }
    starts.append(d)
  }
  return (sum, Matrix(columns: starts))
}
