// exercise: 06.2
// is: right
// cause: right, written another way.
// swift-format-ignore-file

func maskedCrossEntropy(
  _ logits: [Matrix], batch: Batch
) throws -> (loss: Double, dLogits: [Matrix]) {
  var sum = 0.0, n = 0.0
  var d: [Matrix] = []
  for (t, z) in logits.enumerated() {
    let rows = z.transposed
    var g: [Vector] = []
    for b in 0..<rows.rows {
      let keep = batch.mask[t, b]
      let row = rows.row(b)
      let m = row.max()!
      let logZ = m + log(row.map { exp($0 - m) }.sum)
      var p = row.map { exp($0 - logZ) }
      p[batch.targets[t][b]] -= 1
      sum += keep * (logZ - row[batch.targets[t][b]])
      n += keep
      g.append(keep * p)
    }
    d.append(Matrix(rows: g).transposed)
  }
  return (sum / n, d.map { (1 / n) * $0 })
}
