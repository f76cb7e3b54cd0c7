// exercise: 03.6
// is: wrong
// cause: Generation stops at the end-of-sequence token without adding it to the result.
// named: end|EOS
// named: left out|not (included|kept|appended|returned|added|in|part|among)|missing|dropped|without (it|the end|EOS)|omitted|lost|thrown away|cut
// swift-format-ignore-file

func generate(
  from prompt: [Int], parameters: RNNParameters, endOfSequence: Int, limit: Int
) throws -> [Int] {
  if prompt.isEmpty { return [] }
  var hidden = try prompt.reduce(Vector(zeros: parameters.hiddenSize)) {
    try rnnStep($1, hidden: $0, parameters: parameters)
  }
  var words = [Int]()
  for _ in 0..<limit {
    let logits = parameters.W * hidden + parameters.bOutput
    var best = 0
    for k in logits.indices where logits[k] > logits[best] { best = k }
    guard best != endOfSequence else { break }
    words.append(best)
    hidden = try rnnStep(best, hidden: hidden, parameters: parameters)
  }
  return words
}
