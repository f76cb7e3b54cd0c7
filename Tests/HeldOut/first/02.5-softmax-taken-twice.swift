// exercise: 02.5
// is: wrong
// cause: The logits are turned into probabilities first, and the log-softmax is then taken of these: the softmax is applied twice.
// named: softmax|probabilit
// named: twice|again|double|second|two times|once more|already|as (if they were )?logits|in place of (the )?logits|instead of (the )?logits
// swift-format-ignore-file

private func logSoftmax(_ v: Vector) -> Vector {
  let m = v.max() ?? 0
  let lse = m + log(v.map { exp($0 - m) }.sum)
  return v - lse
}

func crossEntropy(
  _ logits: [Vector], targets: [Int], reduction: Reduction
) throws -> Double {
  let probabilities = try logits.map { try softmax($0) }
  let losses = zip(probabilities, targets).map { p, y in -logSoftmax(p)[y] }
  let total = losses.reduce(0, +)
  return reduction == .mean ? total / Double(losses.count) : total
}
