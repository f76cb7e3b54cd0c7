// exercise: 02.5
// is: right
// cause: One pass with a running maximum; margins against the target.
// swift-format-ignore-file

func crossEntropy(
  _ logits: [Vector], targets: [Int], reduction: Reduction
) throws -> Double {
  let losses = zip(logits, targets).map { o, y -> Double in
    var m = -Double.infinity
    var s = 0.0
    for v in o.map({ $0 - o[y] }) {
      if v > m { s = s * exp(m - v) + 1; m = v } else { s += exp(v - m) }
    }
    return m + log(s)
  }
  let weight = reduction == .mean ? 1 / Double(logits.count) : 1
  return losses.reduce(0) { $0 + weight * $1 }
}
