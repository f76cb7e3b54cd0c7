// exercise: 06.4
// is: right
// swift-format-ignore-file

func batchedBackward(
  _ trace: BatchTrace, dLogits: [Matrix], parameters: RNNParameters
) throws -> (gradients: RNNParameters, dInitialHidden: Matrix) {
  let p = parameters
  var total = p.zeros
  var starts: [Vector] = []
  for b in 0..<trace.batch.size {
    var d = Vector(zeros: p.hiddenSize)
    for t in (0..<trace.batch.steps).reversed() {
      let h = trace.hidden[t].column(b)
      let e = dLogits[t].column(b)
      total.W.addOuter(e, h)
      total.bOutput += e
      d += p.W.transposedProduct(e)
      if trace.batch.mask[t, b] == 0 { continue }

      let a = Vector(zip(d, h).map { $0 - $0 * $1 * $1 })
      let old = (t == 0 ? trace.initialHidden : trace.hidden[t - 1]).column(b)
      total.V.addOuter(a, old)
      total.bHidden += a
      let token = trace.batch.inputs[t][b]
      for k in a.indices { total.U[k, token] += a[k] }
      d = p.V.transposedProduct(a)
    }
    starts.append(d)
  }
  return (total, Matrix(columns: starts))
}
