// exercise: 03.6
// is: wrong
// cause: The last token of the prompt is read once with the prompt and a second time as the first input of the generation.
// named: prompt
// named: twice|again|second time|two times|once more|repeat|double
// swift-format-ignore-file

func generate(
  from prompt: [Int], parameters: RNNParameters, endOfSequence: Int, limit: Int
) throws -> [Int] {
  guard var token = prompt.last else { return [] }
  let warmUp = try rnnForward(
    prompt, initialHidden: Vector(zeros: parameters.hiddenSize), parameters: parameters)
  var h = warmUp.hidden.last!
  var text: [Int] = []
  for _ in 0..<limit {
    h = try rnnStep(token, hidden: h, parameters: parameters)
    let scores = parameters.W * h + parameters.bOutput
    token = scores.indexOfMaximum!
    text.append(token)
    if token == endOfSequence { break }
  }
  return text
}
