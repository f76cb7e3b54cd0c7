// exercise: 02.5
// is: right
// cause: right, written another way.
// swift-format-ignore-file

func crossEntropy(
  _ logits: [Vector], targets: [Int], reduction: Reduction
) throws -> Double {
  let weight = reduction == .mean ? 1 / Double(logits.count) : 1
  return targets.indices.reduce(0.0) { total, t in
    // relative to the target's logit, with a running maximum
    let reference = logits[t][targets[t]]
    var (top, mass) = (0.0, 0.0)
    for value in logits[t] {
      let d = value - reference
      if d > top {
        mass = mass * exp(top - d) + 1
        top = d
      } else {
        mass += exp(d - top)
      }
    }
    return total + weight * (top + log(mass))
  }
}
