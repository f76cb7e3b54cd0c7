// exercise: 06.2
// is: wrong
// cause: Each sequence's loss is divided by its own length and the B means are averaged, instead of one division by all N tokens (in loss and gradient).
// named: mean of (the )?(sequences' )?means|average of|own length|each sequence|per sequence|every sequence|of (its|the|a) sequence|sequence(s'|'s)? (means?|length)|by its length|short(er)? sequences|first over|number of sequences
// swift-format-ignore-file

func maskedCrossEntropy(
  _ logits: [Matrix], batch: Batch
) throws -> (loss: Double, dLogits: [Matrix]) {
  let V = logits[0].rows
  var dLogits = logits.map { _ in Matrix(zeros: V, batch.size) }
  var losses: [Double] = []
  let used = (0..<batch.size).filter { b in batch.mask.column(b).sum > 0 }
  for b in used {
    let length = batch.mask.column(b).sum
    let weight = 1 / (length * Double(used.count))
    var steps: [Vector] = []
    var wanted: [Int] = []
    for t in 0..<batch.steps where batch.mask[t, b] > 0 {
      let column = logits[t].column(b)
      steps.append(column)
      wanted.append(batch.targets[t][b])
      var d = try softmax(column)
      d[batch.targets[t][b]] -= 1
      for v in 0..<V { dLogits[t][v, b] = d[v] * weight }
    }
    losses.append(try crossEntropy(steps, targets: wanted, reduction: .mean))
  }
  return (losses.reduce(0, +) / Double(losses.count), dLogits)
}
