// exercise: 02.5
// is: right
// cause: right, written another way.
// swift-format-ignore-file

func crossEntropy(
  _ logits: [Vector], targets: [Int], reduction: Reduction
) throws -> Double {
  // −log p_y = log Σ exp(o_k − o_y), by an online log-sum-exp that reads each number once.
  func step(_ o: Vector, _ y: Int) -> Double {
    var (peak, mass) = (0.0, 1.0)  // the target itself: o_y − o_y = 0
    for k in o.indices where k != y {
      let d = o[k] - o[y]
      if d <= peak {
        mass += exp(d - peak)
      } else {
        mass = mass * exp(peak - d) + 1
        peak = d
      }
    }
    return peak + log(mass)
  }
  let weight = reduction == .mean ? 1 / Double(targets.count) : 1
  return targets.indices.reversed().reduce(0) { $0 + weight * step(logits[$1], targets[$1]) }
}
