// exercise: 03.6
// is: wrong
// cause: The end of the sequence, once generated, is not included in the answer.
// named: end|EOS
// named: left out|without|not included|missing|dropped
// swift-format-ignore-file

func generate(
  from prompt: [Int], parameters: RNNParameters, endOfSequence: Int, limit: Int
) throws -> [Int] {
  guard !prompt.isEmpty else { return [] }
  var h = Vector(zeros: parameters.hiddenSize)
  for token in prompt {
    h = try rnnStep(token, hidden: h, parameters: parameters)
  }
  var out: [Int] = []
  while out.count < limit {
    let scores = parameters.W * h + parameters.bOutput
    guard let token = scores.indexOfMaximum, token != endOfSequence else { break }
    out.append(token)
    h = try rnnStep(token, hidden: h, parameters: parameters)
  }
  return out
}
