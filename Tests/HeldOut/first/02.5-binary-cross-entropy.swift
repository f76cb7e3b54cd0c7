// exercise: 02.5
// is: wrong
// cause: The binary cross-entropy is taken over all words: the terms −log(1 − p) of the other words are added to that of the target.
// named: binary|1 [−-] p|other (words|tokens|classes|terms)|all (V )?(words|classes|tokens)|non.?target|wrong (words|classes|tokens)|every (word|class)|each word
// swift-format-ignore-file

func crossEntropy(
  _ logits: [Vector], targets: [Int], reduction: Reduction
) throws -> Double {
  var total = 0.0
  for t in logits.indices {
    let o = logits[t]
    let m = o.max()!
    let e = o.map { exp($0 - m) }
    let z = e.sum
    for k in o.indices {
      if k == targets[t] {
        total -= (o[k] - m) - log(z)
      } else {
        var others = 0.0
        for j in o.indices where j != k { others += e[j] }
        total -= log(max(others, 1e-300)) - log(z)
      }
    }
  }
  switch reduction {
  case .sum: return total
  case .mean: return total / Double(logits.count)
  }
}
