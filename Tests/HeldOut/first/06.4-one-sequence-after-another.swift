// exercise: 06.4
// is: right
// cause: Goes through the sequences one by one, with vectors, and adds the gradients up.
// swift-format-ignore-file

func batchedBackward(
  _ trace: BatchTrace, dLogits: [Matrix], parameters: RNNParameters
) throws -> (gradients: RNNParameters, dInitialHidden: Matrix) {
  let p = parameters
  var g = p.zeros
  var firsts: [Vector] = []
  for b in 0..<trace.batch.size {
    var dh = Vector(zeros: p.hiddenSize)
    for t in (0..<trace.batch.steps).reversed() {
      let d = dLogits[t].column(b)
      let h = trace.hidden[t].column(b)
      g.W.addOuter(d, h)
      g.bOutput += d
      dh += p.W.transposedProduct(d)
      if trace.batch.mask[t, b] == 0 { continue }
      let da = dh * (1 - h * h)
      let old = (t > 0 ? trace.hidden[t - 1] : trace.initialHidden).column(b)
      g.V.addOuter(da, old)
      g.bHidden += da
      let x = trace.batch.inputs[t][b]
      for i in 0..<p.hiddenSize { g.U[i, x] += da[i] }
      dh = p.V.transposedProduct(da)
    }
    firsts.append(dh)
  }
  return (g, Matrix(columns: firsts))
}
