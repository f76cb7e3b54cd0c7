// exercise: 02.5
// is: wrong
// cause: To the target's loss the losses -log(1 - p) of all other classes are added, a binary cross-entropy per class.
// named: binary|other (classes|tokens|words|entries|logits|elements)|1 ?[-−–] ?p|every (class|token|logit)|all (classes|tokens|logits|words)|sigmoid|non-?target
// swift-format-ignore-file

func crossEntropy(
  _ logits: [Vector], targets: [Int], reduction: Reduction
) throws -> Double {
  var loss = 0.0
  for t in logits.indices {
    let p = try softmax(logits[t])
    let top = logits[t].max() ?? 0
    let lse = top + log(logits[t].map { exp($0 - top) }.sum)
    for k in p.indices {
      if k == targets[t] {
        loss += lse - logits[t][k]
      } else {
        loss -= log(max(1 - p[k], 1e-300))
      }
    }
  }
  if reduction == .mean { loss /= Double(targets.count) }
  return loss
}
