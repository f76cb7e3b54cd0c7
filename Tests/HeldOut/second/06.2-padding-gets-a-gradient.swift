// exercise: 06.2
// is: wrong
// cause: The gradient at the logits is not masked: padding gets (softmax − onehot)/N, too.
// named: padding|mask
// named: gradient|dLogits
// swift-format-ignore-file

func maskedCrossEntropy(
  _ logits: [Matrix], batch: Batch
) throws -> (loss: Double, dLogits: [Matrix]) {
  let N = Double(batch.tokens)
  var loss = 0.0
  var gradients: [Matrix] = []
  for t in 0..<batch.steps {
    var columns: [Vector] = []
    for b in 0..<batch.size {
      let z = logits[t].column(b)
      let y = batch.targets[t][b]
      loss += batch.mask[t, b] * (try crossEntropy([z], targets: [y], reduction: .sum)) / N
      var d = try softmax(z)
      d[y] -= 1
      columns.append(d / N)
    }
    gradients.append(Matrix(columns: columns))
  }
  return (loss, gradients)
}
