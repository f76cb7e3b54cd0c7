// exercise: 02.5
// is: wrong
// cause: The log-sum-exp is taken of the shifted logits, but the target's logit is subtracted unshifted.
// named: shift|maximum|largest|max\b
// named: target|one side|only (in|one)|not (added|undone|given|put) back|missing|forgotten|left out|never added|lost|without
// swift-format-ignore-file

func crossEntropy(
  _ logits: [Vector], targets: [Int], reduction: Reduction
) throws -> Double {
  let losses = zip(logits, targets).map { z, y -> Double in
    let m = z.max() ?? 0
    let logSumExp = log(z.reduce(0) { $0 + exp($1 - m) })
    return logSumExp - z[y]
  }
  let total = losses.reduce(0, +)
  switch reduction {
  case .sum: return total
  case .mean: return total / Double(losses.count)
  }
}
