// exercise: 03.6
// is: wrong
// cause: An end of sequence that stands last in the prompt stops the generation as well, although it was not generated.
// named: prompt
// named: end of (the )?sequence|EOS|endOfSequence|end token|the end
// swift-format-ignore-file

func generate(
  from prompt: [Int], parameters: RNNParameters, endOfSequence: Int, limit: Int
) throws -> [Int] {
  guard !prompt.isEmpty else { return [] }
  var tokens = prompt
  var h = Vector(zeros: parameters.hiddenSize)
  for token in prompt {
    h = try rnnStep(token, hidden: h, parameters: parameters)
  }
  while tokens.last! != endOfSequence && tokens.count < prompt.count + limit {
    let logits = parameters.W * h + parameters.bOutput
    let next = logits.indexOfMaximum!
    tokens.append(next)
    h = try rnnStep(next, hidden: h, parameters: parameters)
  }
  return Array(tokens.dropFirst(prompt.count))
}
