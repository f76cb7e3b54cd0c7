// exercise: 02.5
// is: wrong
// cause: The loss is in bits, taken with the logarithm to base 2, instead of nats.
// named: \bbits?\b|log2|log₂|log_2|base 2|base two|binary log|logarithm (of|to the) base|ln ?2|log ?2\b|log\(2\)
// swift-format-ignore-file

func crossEntropy(
  _ logits: [Vector], targets: [Int], reduction: Reduction
) throws -> Double {
  // H(p, q) = −Σ p log₂ q, Shannon 1948
  let log2e = 1 / log(2.0)
  var bits: [Double] = []
  for (o, y) in zip(logits, targets) {
    let top = o[o.indexOfMaximum ?? 0]
    let partition = o.reduce(0.0) { sum, value in sum + exp(value - top) }
    bits.append((log2(partition) + (top - o[y]) * log2e))
  }
  let sum = bits.reduce(0, +)
  if reduction == .sum { return sum }
  return sum / Double(targets.count)
}
