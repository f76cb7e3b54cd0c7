// exercise: 02.5
// is: wrong
// cause: The binary cross-entropy is taken over all words, which adds −log(1 − p) for every word that is not the target.
// named: binary|1 ?[−-] ?p|other (words|tokens|classes)|wrong words|non-?targets?|not the target|each word|every word|all words|independent|Bernoulli
// swift-format-ignore-file

/// log Σ exp of a list.
private func lse(_ xs: [Double]) -> Double {
  guard let m = xs.max() else { return -.infinity }
  return m + log(xs.map { exp($0 - m) }.reduce(0, +))
}

func crossEntropy(
  _ logits: [Vector], targets: [Int], reduction: Reduction
) throws -> Double {
  var sum = 0.0
  for (o, y) in zip(logits, targets) {
    let all = lse(Array(o))
    // −Σ_k [ y_k log p_k + (1 − y_k) log(1 − p_k) ], in logs so that nothing underflows
    for k in o.indices {
      if k == y {
        sum -= o[k] - all
      } else {
        var others = Array(o)
        others.remove(at: k)
        sum -= lse(others) - all
      }
    }
  }
  return reduction == .sum ? sum : sum / Double(logits.count)
}
