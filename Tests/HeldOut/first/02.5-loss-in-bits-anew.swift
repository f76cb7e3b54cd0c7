// exercise: 02.5
// is: wrong
// cause: The loss is taken with the logarithm to base 2, in bits instead of nats.
// named: \bbits?\b|base (2|two)|log2|log₂|binary log|instead of nats|not (in )?nats|ln 2
// swift-format-ignore-file

func crossEntropy(
  _ logits: [Vector], targets: [Int], reduction: Reduction
) throws -> Double {
  let log2e = 1 / log(2.0)
  let losses: [Double] = zip(logits, targets).map { o, y in
    let m = o.max() ?? 0
    let z = o.reduce(0.0) { $0 + exp($1 - m) }
    return log2(z) - log2e * (o[y] - m)
  }
  let total = losses.reduce(0, +)
  switch reduction {
  case .sum: return total
  case .mean: return total / Double(losses.count)
  }
}
