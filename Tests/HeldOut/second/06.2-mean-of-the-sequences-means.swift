// exercise: 06.2
// is: wrong
// cause: Each sequence is averaged over its own tokens and then the B means are averaged, so that tokens of short sequences weigh more.
// named: sequence
// named: mean|averag|weigh|own (length|tokens)|divided|per sequence|each sequence|short
// swift-format-ignore-file

func maskedCrossEntropy(
  _ logits: [Matrix], batch: Batch
) throws -> (loss: Double, dLogits: [Matrix]) {
  var loss = 0.0
  var dLogits = logits.map { Matrix(zeros: $0.rows, $0.columns) }
  for b in 0..<batch.size {
    let length = batch.mask.column(b).sum
    var sequenceLoss = 0.0
    for t in 0..<batch.steps {
      if batch.mask[t, b] == 0 { continue }
      let y = batch.targets[t][b]
      let scores = logits[t].column(b)
      let probs = try softmax(scores)
      sequenceLoss += try crossEntropy([scores], targets: [y], reduction: .sum)
      for v in 0..<probs.count {
        let indicator = v == y ? 1.0 : 0.0
        dLogits[t][v, b] = (probs[v] - indicator) / length / Double(batch.size)
      }
    }
    loss += sequenceLoss / length
  }
  return (loss / Double(batch.size), dLogits)
}
