// exercise: 03.6
// is: wrong
// cause: The token that was chosen is not read as the next input; the prompt's last one is read again and again.
// named: prompt|read
// named: again|last|not (read|fed)|never (read|fed)
// swift-format-ignore-file

func generate(
  from prompt: [Int], parameters: RNNParameters, endOfSequence: Int, limit: Int
) throws -> [Int] {
  guard let last = prompt.last else { return [] }
  var h = Vector(zeros: parameters.hiddenSize)
  for token in prompt { h = try rnnStep(token, hidden: h, parameters: parameters) }
  var out: [Int] = []
  for _ in 0..<limit {
    let logits = parameters.W * h + parameters.bOutput
    let best = logits.indexOfMaximum ?? 0
    out.append(best)
    if best == endOfSequence { break }
    h = try rnnStep(last, hidden: h, parameters: parameters)
  }
  return out
}
