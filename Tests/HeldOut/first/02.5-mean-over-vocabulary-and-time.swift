// exercise: 02.5
// is: wrong
// cause: The mean divides by T · V, the number of all logits, instead of by T alone.
// named: mean.*vocabulary|T · V|divided by.*V
// swift-format-ignore-file

func crossEntropy(
  _ logits: [Vector], targets: [Int], reduction: Reduction
) throws -> Double {
  var loss = 0.0
  for t in 0..<targets.count {
    let m = logits[t].max()!
    let logSumExp = m + log(logits[t].map { exp($0 - m) }.sum)
    loss += logSumExp - logits[t][targets[t]]
  }
  switch reduction {
  case .sum: return loss
  case .mean: return loss / Double(targets.count * logits[0].count)  // np.mean
  }
}
