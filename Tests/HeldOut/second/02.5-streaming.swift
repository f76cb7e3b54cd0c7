// exercise: 02.5
// is: right
// cause: An online log-sum-exp in one pass over the logits relative to the target's, and a running mean instead of a division at the end.
// swift-format-ignore-file

func crossEntropy(
  _ logits: [Vector], targets: [Int], reduction: Reduction
) throws -> Double {
  var mean = 0.0
  for (t, row) in logits.enumerated() {
    let own = row[targets[t]]
    var top = 0.0            // the target itself: exp(0)
    var mass = 1.0
    for k in row.indices where k != targets[t] {
      let d = row[k] - own
      if d <= top {
        mass += exp(d - top)
      } else {
        mass = mass * exp(top - d) + 1
        top = d
      }
    }
    let loss = top + log(mass)
    mean += (loss - mean) / Double(t + 1)
  }
  return reduction == .mean ? mean : mean * Double(logits.count)
}
