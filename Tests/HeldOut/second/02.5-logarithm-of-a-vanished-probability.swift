// exercise: 02.5
// is: wrong
// cause: The loss is the logarithm of the softmax; where the target's probability rounds to zero it is infinite instead of finite.
// named: log.*(softmax|probabilit)|underflow|vanish|infinit
// swift-format-ignore-file

func crossEntropy(
  _ logits: [Vector], targets: [Int], reduction: Reduction
) throws -> Double {
  var loss = 0.0
  for t in logits.indices {
    let probs = try softmax(logits[t])
    loss += -log(probs[targets[t]])
  }
  return reduction == .sum ? loss : loss / Double(logits.count)
}
