// exercise: 06.2
// is: right
// cause: Log-softmax by hand for each column, the gradient times the mask.
// swift-format-ignore-file

func maskedCrossEntropy(
  _ logits: [Matrix], batch: Batch
) throws -> (loss: Double, dLogits: [Matrix]) {
  let N = batch.mask.elements.reduce(0, +)
  var total = 0.0
  var result: [Matrix] = []
  for (t, z) in logits.enumerated() {
    var d = Matrix(zeros: z.rows, z.columns)
    for b in 0..<z.columns {
      let m = batch.mask[t, b]
      let column = z.column(b)
      let top = column.max()!
      let normaliser = top + log(column.map { exp($0 - top) }.sum)
      total += m * (normaliser - column[batch.targets[t][b]])
      for v in 0..<z.rows { d[v, b] = m * exp(column[v] - normaliser) / N }
      d[batch.targets[t][b], b] -= m / N
    }
    result.append(d)
  }
  return (total / N, result)
}
