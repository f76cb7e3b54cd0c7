// exercise: 02.5
// is: wrong
// cause: The loss is −log(p + 1e-12): the small constant caps the loss where the probability is tiny and shifts it everywhere.
// named: small (number|constant)|epsilon|ε|1e-
// swift-format-ignore-file

func crossEntropy(
  _ logits: [Vector], targets: [Int], reduction: Reduction
) throws -> Double {
  var total = 0.0
  for (z, y) in zip(logits, targets) {
    let p = try softmax(z)
    total -= log(p[y] + 1e-12)  // avoid log(0)
  }
  if reduction == .mean {
    total /= Double(logits.count)
  }
  return total
}
