// exercise: 02.5
// is: wrong
// cause: Takes the log of the softmax clamped from below at 1e-12, so that a very unlikely target costs at most 27.6.
// named: clamp|clip|1e-|10⁻|epsilon|underflow|logarithm of a (rounded )?probability|small (number|constant)|cap|limit
// swift-format-ignore-file

func crossEntropy(
  _ logits: [Vector], targets: [Int], reduction: Reduction
) throws -> Double {
  var total = 0.0
  for t in 0..<targets.count {
    let p = try softmax(logits[t])
    total -= log(max(p[targets[t]], 1e-12))
  }
  switch reduction {
  case .sum: return total
  case .mean: return total / Double(targets.count)
  }
}
