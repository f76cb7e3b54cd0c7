// exercise: 02.5
// is: wrong
// cause: The targets are shifted by one once more inside the loss: the logits of step t are compared with the target of step t + 1.
// named: shift|next|one step|t ?\+ ?1|later|ahead|off by one|misalign|neighbou?r|another step|following
// swift-format-ignore-file

func crossEntropy(
  _ logits: [Vector], targets: [Int], reduction: Reduction
) throws -> Double {
  // the logits at t predict the token at t + 1
  let shiftLogits = logits.dropLast()
  let shiftLabels = targets.dropFirst()
  let losses: [Double] = zip(shiftLogits, shiftLabels).map { o, y in
    let m = o.max() ?? 0
    return m + log(o.map { exp($0 - m) }.sum) - o[y]
  }
  guard !losses.isEmpty else { return 0 }
  let sum = losses.reduce(0, +)
  return reduction == .mean ? sum / Double(losses.count) : sum
}
