// exercise: 06.2
// is: wrong
// cause: The loss is divided by N, its gradient at the logits is not.
// named: gradient|dLogits
// named: not divided|undivided|without (the )?(division|dividing|1/N|1 / N)|sum|N\b|mean|number of tokens|factor|scal
// swift-format-ignore-file

func maskedCrossEntropy(
  _ logits: [Matrix], batch: Batch
) throws -> (loss: Double, dLogits: [Matrix]) {
  var total = 0.0
  var grads: [Matrix] = []
  for (t, z) in logits.enumerated() {
    var g = Matrix(zeros: z.rows, z.columns)
    for b in 0..<z.columns {
      if batch.mask[t, b] == 0 { continue }
      let y = batch.targets[t][b]
      total += try crossEntropy([z.column(b)], targets: [y], reduction: .sum)
      let p = try softmax(z.column(b))
      for k in 0..<z.rows { g[k, b] = p[k] }
      g[y, b] -= 1
    }
    grads.append(g)
  }
  return (total / Double(batch.tokens), grads)
}
