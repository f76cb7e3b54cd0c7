// exercise: 06.2
// is: wrong
// cause: Each sequence's loss and gradient are divided by its own length and then by B, a mean of means instead of a mean over all tokens.
// named: mean of (the )?(sequence|mean|per|each)|own (length|number|tokens)|each sequence|per sequence|sequence.s (own )?(length|mean)|means of|number of sequences|weigh
// swift-format-ignore-file

func maskedCrossEntropy(
  _ logits: [Matrix], batch: Batch
) throws -> (loss: Double, dLogits: [Matrix]) {
  let B = batch.size
  var dLogits = logits.map { Matrix(zeros: $0.rows, $0.columns) }
  var losses: [Double] = []
  for b in 0..<B {
    let steps = (0..<batch.steps).filter { batch.mask[$0, b] == 1 }
    guard !steps.isEmpty else { losses.append(0); continue }
    let columns = steps.map { logits[$0].column(b) }
    let targets = steps.map { batch.targets[$0][b] }
    losses.append(try crossEntropy(columns, targets: targets, reduction: .mean))
    for (k, t) in steps.enumerated() {
      var d = try softmax(columns[k])
      d[targets[k]] -= 1
      for v in d.indices { dLogits[t][v, b] = d[v] / Double(steps.count * B) }
    }
  }
  return (losses.reduce(0, +) / Double(B), dLogits)
}
