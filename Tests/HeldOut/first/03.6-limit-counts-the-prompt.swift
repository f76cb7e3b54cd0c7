// exercise: 03.6
// is: wrong
// cause: The limit is applied to the prompt and the new tokens together, so too few new tokens are generated.
// named: limit
// named: prompt|whole sequence|together|total|too (few|short|early)
// swift-format-ignore-file

func generate(
  from prompt: [Int], parameters: RNNParameters, endOfSequence: Int, limit: Int
) throws -> [Int] {
  if prompt.isEmpty { return [] }
  var sequence = prompt
  var h = Vector(zeros: parameters.hiddenSize)
  for token in prompt.dropLast() {
    h = try rnnStep(token, hidden: h, parameters: parameters)
  }
  while sequence.count < limit {
    h = try rnnStep(sequence[sequence.count - 1], hidden: h, parameters: parameters)
    let o = parameters.W * h + parameters.bOutput
    var best = 0
    for k in 1..<o.count where o[k] > o[best] { best = k }
    sequence.append(best)
    if best == endOfSequence { break }
  }
  return Array(sequence.dropFirst(prompt.count))
}
