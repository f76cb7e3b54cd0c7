// exercise: 02.5
// is: wrong
// cause: The cross-entropy is in bits, with the logarithm to base 2, instead of in nats.
// named: bits|base 2|base two|log2|log₂|binary log|ln 2|1\.44|natural log|nats
// swift-format-ignore-file

func crossEntropy(
  _ logits: [Vector], targets: [Int], reduction: Reduction
) throws -> Double {
  var entropy = 0.0
  for t in 0..<targets.count {
    let shift = logits[t].max() ?? 0
    let shifted = logits[t] - shift
    var z = 0.0
    for v in shifted { z += exp(v) }
    // log2 p = log2 e^x − log2 Σ
    entropy -= shifted[targets[t]] * log2(exp(1.0)) - log2(z)
  }
  if case .mean = reduction { entropy /= Double(targets.count) }
  return entropy
}
