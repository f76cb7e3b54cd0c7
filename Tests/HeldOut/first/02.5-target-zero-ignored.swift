// exercise: 02.5
// is: wrong
// cause: Steps whose target is token 0 are taken for padding and left out of the loss.
// named: (token|target|id|word|class|index) (is )?0|zero|padding|ignor\w*|pad
// named: left out|leav|ignor|skip|miss|not count|omit|padding|drop|free|nothing|lack
// swift-format-ignore-file

private let padToken = 0

func crossEntropy(
  _ logits: [Vector], targets: [Int], reduction: Reduction
) throws -> Double {
  var loss = 0.0
  var valid = 0
  for (o, y) in zip(logits, targets) {
    if y == padToken { continue }
    let m = o.max() ?? 0
    var z = 0.0
    for v in o { z += exp(v - m) }
    loss += log(z) + m - o[y]
    valid += 1
  }
  if reduction == .sum { return loss }
  return loss / Double(max(valid, 1))
}
