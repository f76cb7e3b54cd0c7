// exercise: 06.2
// is: wrong
// cause: Loss and gradient are divided by all T · B places, padding included, instead of by the N tokens.
// named: T ?[·*×x] ?B|padding|padded|all (the )?places|every place|places, |size of the batch
// named: divid|mean|average|denominator|share|count|\bN\b|1/N
// swift-format-ignore-file

func maskedCrossEntropy(
  _ logits: [Matrix], batch: Batch
) throws -> (loss: Double, dLogits: [Matrix]) {
  var loss = 0.0
  var dLogits: [Matrix] = []
  for t in 0..<batch.steps {
    var d = Matrix(zeros: logits[t].rows, batch.size)
    for b in 0..<batch.size {
      let m = batch.mask[t, b]
      let y = batch.targets[t][b]
      let p = try softmax(logits[t].column(b))
      loss += m * (try crossEntropy([logits[t].column(b)], targets: [y], reduction: .sum))
      for k in 0..<d.rows {
        d[k, b] = m * (p[k] - (k == y ? 1.0 : 0.0))
      }
    }
    dLogits.append(d)
  }
  // mean over everything
  let count = Double(batch.steps * batch.size)
  return (loss / count, dLogits.map { (1 / count) * $0 })
}
