// exercise: 06.2
// is: wrong
// cause: Loss and gradient are divided by T · B, padding included, instead of by the N tokens.
// named: padding counted|T · B
// swift-format-ignore-file

func maskedCrossEntropy(
  _ logits: [Matrix], batch: Batch
) throws -> (loss: Double, dLogits: [Matrix]) {
  let n = Double(batch.steps * batch.size)
  var loss = 0.0
  var d = [Matrix]()
  for t in 0..<batch.steps {
    var dt = Matrix(zeros: logits[t].rows, logits[t].columns)
    for b in 0..<batch.size {
      if batch.mask[t, b] == 0 { continue }
      let z = logits[t].column(b)
      let m = z.max()!
      let lse = m + log(z.map { exp($0 - m) }.sum)
      let y = batch.targets[t][b]
      loss += (lse - z[y]) / n
      for v in 0..<z.count {
        dt[v, b] = (exp(z[v] - lse) - (v == y ? 1 : 0)) / n
      }
    }
    d.append(dt)
  }
  return (loss, d)
}
