// exercise: 06.2
// is: wrong
// cause: The loss is divided by the N tokens, its gradient by T times B, all places.
// named: T ?[·*×] ?B|padding|all places|every place|places
// swift-format-ignore-file

func maskedCrossEntropy(
  _ logits: [Matrix], batch: Batch
) throws -> (loss: Double, dLogits: [Matrix]) {
  let V = logits[0].rows
  let B = batch.size
  var d: [Matrix] = []
  var loss = 0.0
  for t in 0..<batch.steps {
    var dt = Matrix(zeros: V, B)
    for b in 0..<B {
      if batch.mask[t, b] == 0 { continue }
      let o = logits[t].column(b)
      let y = batch.targets[t][b]
      loss += try crossEntropy([o], targets: [y], reduction: .sum)
      let p = try softmax(o)
      for v in 0..<V { dt[v, b] = (p[v] - (v == y ? 1 : 0)) / Double(batch.steps * B) }
    }
    d.append(dt)
  }
  return (loss / Double(batch.tokens), d)
}
