// exercise: 06.2
// is: wrong
// cause: The loss is masked but the gradient is not, so that dLogits is not zero at padding.
// named: gradient|dLogits
// named: pad|mask
// swift-format-ignore-file

func maskedCrossEntropy(
  _ logits: [Matrix], batch: Batch
) throws -> (loss: Double, dLogits: [Matrix]) {
  let N = Double(batch.tokens)
  var loss = 0.0
  var dLogits: [Matrix] = []
  for t in 0..<batch.steps {
    var columns: [Vector] = []
    for b in 0..<batch.size {
      let o = logits[t].column(b)
      let y = batch.targets[t][b]
      if batch.mask[t, b] == 1 {
        loss += try crossEntropy([o], targets: [y], reduction: .sum)
      }
      var d = try softmax(o)
      d[y] -= 1
      columns.append(d / N)
    }
    dLogits.append(Matrix(columns: columns))
  }
  return (loss / N, dLogits)
}
