// exercise: 02.5
// is: wrong
// cause: Softmax is taken twice: the log-sum-exp is computed on the probabilities instead of the logits.
// named: softmax|probabilit
// named: twice|double|two|again|second|as (if they were )?logits|instead of (the )?logits|already
// swift-format-ignore-file

private func nllOfRow(_ scores: Vector, _ target: Int) -> Double {
  let m = scores.max() ?? 0
  var z = 0.0
  for s in scores { z += exp(s - m) }
  return m + log(z) - scores[target]
}

func crossEntropy(
  _ logits: [Vector], targets: [Int], reduction: Reduction
) throws -> Double {
  var losses: [Double] = []
  for (row, target) in zip(logits, targets) {
    let predicted = try softmax(row)
    losses.append(nllOfRow(predicted, target))
  }
  let total = losses.reduce(0, +)
  switch reduction {
  case .sum: return total
  case .mean: return total / Double(losses.count)
  }
}
