// exercise: 06.2
// is: right
// cause: Everything is computed at every place and multiplied by mask / N.
// swift-format-ignore-file

func maskedCrossEntropy(
  _ logits: [Matrix], batch: Batch
) throws -> (loss: Double, dLogits: [Matrix]) {
  let N = batch.mask.elements.reduce(0, +)
  var loss = 0.0
  var d = logits
  for t in logits.indices {
    for b in 0..<batch.size {
      let w = batch.mask[t, b] / N
      let o = logits[t].column(b), y = batch.targets[t][b]
      let m = o.max()!
      let lse = m + log(o.map { exp($0 - m) }.sum)
      loss += w * (lse - o[y])
      for v in o.indices { d[t][v, b] = w * (exp(o[v] - lse) - (v == y ? 1 : 0)) }
    }
  }
  return (loss, d)
}
