// exercise: 06.4
// is: right
// cause: Each column by itself with vectors, padding passed by.
// swift-format-ignore-file

func batchedBackward(
  _ trace: BatchTrace, dLogits: [Matrix], parameters p: RNNParameters
) throws -> (gradients: RNNParameters, dInitialHidden: Matrix) {
  let batch = trace.batch
  var g = p.zeros
  var starts: [Vector] = []
  for b in 0..<batch.size {
    var carry = Vector(zeros: p.hiddenSize)
    for t in (0..<batch.steps).reversed() {
      let d = dLogits[t].column(b), h = trace.hidden[t].column(b)
      g.W.addOuter(d, h)
      g.bOutput += d
      carry += p.W.transposedProduct(d)
      guard batch.mask[t, b] == 1 else { continue }
      let a = carry * (1 - h * h)
      g.bHidden += a
      g.U.addOuter(a, try oneHot(batch.inputs[t][b], size: p.vocabularySize))
      g.V.addOuter(a, (t == 0 ? trace.initialHidden : trace.hidden[t - 1]).column(b))
      carry = p.V.transposedProduct(a)
    }
    starts.append(carry)
  }
  return (g, Matrix(columns: starts))
}
