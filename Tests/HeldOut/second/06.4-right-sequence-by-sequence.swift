// exercise: 06.4
// is: right
// cause: right, written another way.
// swift-format-ignore-file

func batchedBackward(
  _ trace: BatchTrace, dLogits: [Matrix], parameters p: RNNParameters
) throws -> (gradients: RNNParameters, dInitialHidden: Matrix) {
  var gradients = p.zeros
  var starts: [Vector] = []
  for b in 0..<trace.batch.size {
    var carried = Vector(zeros: p.hiddenSize)
    for t in (0..<trace.batch.steps).reversed() {
      let h = trace.hidden[t].column(b)
      let d = dLogits[t].column(b)
      gradients.W.addOuter(d, h)
      gradients.bOutput += d
      carried += p.W.transposedProduct(d)
      // a sequence that has ended hands its gradient on as it is
      guard trace.batch.mask[t, b] > 0 else { continue }
      let a = carried * (1 - h * h)
      for k in 0..<a.count { gradients.U[k, trace.batch.inputs[t][b]] += a[k] }
      gradients.V.addOuter(a, (t > 0 ? trace.hidden[t - 1] : trace.initialHidden).column(b))
      gradients.bHidden += a
      carried = p.V.transposedProduct(a)
    }
    starts.append(carried)
  }
  return (gradients, Matrix(columns: starts))
}
