// exercise: 02.5
// is: wrong
// cause: The log-sum-exp is shifted by the maximum only where it is positive, so that with all logits very negative it takes the logarithm of zero.
// named: shift|maximum|log.?sum.?exp|underflow|logarithm of (zero|0)|infinit|not finite|large|negative logits|overflow
// named: negative|underflow|zero|infinit|finite|shift
// swift-format-ignore-file

func crossEntropy(
  _ logits: [Vector], targets: [Int], reduction: Reduction
) throws -> Double {
  func logSumExp(_ o: Vector) -> Double {
    // Only a large positive number overflows.
    let m = max(0, o.max() ?? 0)
    return m + log(o.map { exp($0 - m) }.sum)
  }
  let losses = zip(logits, targets).map { o, y in logSumExp(o) - o[y] }
  let total = losses.reduce(0, +)
  switch reduction {
  case .sum: return total
  case .mean: return total / Double(losses.count)
  }
}
