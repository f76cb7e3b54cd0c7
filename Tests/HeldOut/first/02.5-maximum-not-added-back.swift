// exercise: 02.5
// is: wrong
// cause: The log-sum-exp is shifted by the maximum, but the maximum is not given back, so it is missing from the loss.
// named: max|shift|largest logit
// named: \bback\b|maximum (is |was )?(left out|missing|lost|forgotten)|(missing|lost|forgot|forgets).*(maximum|shift)|only (in|under|on) (the |one )|undone|restor|one side|not shifted
// swift-format-ignore-file

func crossEntropy(
  _ logits: [Vector], targets: [Int], reduction: Reduction
) throws -> Double {
  var loss = 0.0
  for t in logits.indices {
    let o = logits[t]
    let m = o.max()!
    var z = 0.0
    for k in o.indices { z += exp(o[k] - m) }
    loss += log(z) - o[targets[t]]
  }
  switch reduction {
  case .sum: return loss
  case .mean: return loss / Double(logits.count)
  }
}
