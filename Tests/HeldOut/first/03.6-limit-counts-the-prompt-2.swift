// exercise: 03.6
// is: wrong
// cause: The limit is taken as the length of prompt and continuation together, so that a longer prompt gives fewer new tokens.
// named: limit|length|too few|short|stop
// named: prompt|together|total|whole
// swift-format-ignore-file

func generate(
  from prompt: [Int], parameters: RNNParameters, endOfSequence: Int, limit: Int
) throws -> [Int] {
  let maxLength = limit
  guard !prompt.isEmpty else { return [] }
  var sequence = prompt
  var hidden = Vector(zeros: parameters.hiddenSize)
  for token in prompt { hidden = try rnnStep(token, hidden: hidden, parameters: parameters) }
  while sequence.count < maxLength {
    let logits = parameters.W * hidden + parameters.bOutput
    let next = logits.indexOfMaximum!
    sequence.append(next)
    if next == endOfSequence { break }
    hidden = try rnnStep(next, hidden: hidden, parameters: parameters)
  }
  return Array(sequence.dropFirst(prompt.count))
}
