// exercise: 02.5
// is: wrong
// cause: The log-sum-exp is shifted by the maximum, which is not added back before the target's logit is subtracted.
// named: max|largest|shift
// named: back|missing|left out|forgot|without|never|not (added|subtracted|undone|taken)|only (in|from|one)|one side|again|unshifted
// swift-format-ignore-file

private func logSumExp(_ x: Vector) -> Double {
  var m = -Double.infinity
  for v in x { m = max(m, v) }
  var s = 0.0
  for v in x { s += exp(v - m) }
  return log(s)
}

func crossEntropy(
  _ logits: [Vector], targets: [Int], reduction: Reduction
) throws -> Double {
  var loss = 0.0
  for t in targets.indices {
    loss += logSumExp(logits[t]) - logits[t][targets[t]]
  }
  if reduction == .mean { loss /= Double(targets.count) }
  return loss
}
