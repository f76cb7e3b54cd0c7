// exercise: 03.6
// is: wrong
// cause: The last token of the prompt is read twice: once with the prompt and once as the first input of the generation.
// named: (twice|again|two times).*|.*(last|final).*prompt
// swift-format-ignore-file

func generate(
  from prompt: [Int], parameters: RNNParameters, endOfSequence: Int, limit: Int
) throws -> [Int] {
  guard var token = prompt.last else { return [] }
  let warm = try rnnForward(
    prompt, initialHidden: Vector(zeros: parameters.hiddenSize), parameters: parameters)
  var h = warm.hidden[warm.hidden.count - 1]
  var out: [Int] = []
  while out.count < limit {
    h = try rnnStep(token, hidden: h, parameters: parameters)
    let o = parameters.W * h + parameters.bOutput
    token = o.indexOfMaximum!
    out.append(token)
    if token == endOfSequence { break }
  }
  return out
}
