// exercise: 02.5
// is: right
// cause: log Σ exp(z − z_target), shifted by its own largest.
// swift-format-ignore-file

func crossEntropy(
  _ logits: [Vector], targets: [Int], reduction: Reduction
) throws -> Double {
  var nats: Double = 0
  for t in 0..<targets.count {
    let relative = logits[t] - logits[t][targets[t]]
    let top = relative.max()!
    var sum = 0.0
    for r in relative { sum += exp(r - top) }
    nats += top + log(sum)
  }
  if case .mean = reduction { nats /= Double(targets.count) }
  return nats
}
