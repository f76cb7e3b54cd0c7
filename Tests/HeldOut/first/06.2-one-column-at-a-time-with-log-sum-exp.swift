// exercise: 06.2
// is: right
// cause: right, written another way.
// swift-format-ignore-file

func maskedCrossEntropy(
  _ logits: [Matrix], batch: Batch
) throws -> (loss: Double, dLogits: [Matrix]) {
  var n = 0.0
  for value in batch.mask.elements { n += value }
  var loss = 0.0
  let gradients = logits.enumerated().map { t, z -> Matrix in
    let zt = z.transposed
    let rows = (0..<batch.size).map { b -> Vector in
      let row = zt.row(b)
      guard batch.mask[t, b] > 0 else { return Vector(zeros: row.count) }
      let top = row.max() ?? 0
      let lse = top + log(row.map { exp($0 - top) }.sum)
      let y = batch.targets[t][b]
      loss += (lse - row[y]) / n
      return Vector(row.indices.map { (exp(row[$0] - lse) - ($0 == y ? 1 : 0)) / n })
    }
    return Matrix(columns: rows)
  }
  return (loss, gradients)
}
