// exercise: 02.5
// is: wrong
// cause: Two causes: the logarithm is to base 2 (bits, not nats), and the mean is never taken.
// named: bits|base 2|log2|binary
// named: (mean|reduction|averag|divid)
// swift-format-ignore-file

func crossEntropy(
  _ logits: [Vector], targets: [Int], reduction: Reduction
) throws -> Double {
  var loss = 0.0
  for (o, y) in zip(logits, targets) {
    let m = o.max()!
    let z = o.map { exp($0 - m) }.sum
    loss += log2(z) - (o[y] - m) / log(2.0)
  }
  return loss
}
