// exercise: 03.6
// is: wrong
// cause: The last token of the prompt is read twice, once with the prompt and once more as the first input of the generation.
// named: prompt
// named: twice|two times|second time|again|once more|double
// swift-format-ignore-file

func generate(
  from prompt: [Int], parameters: RNNParameters, endOfSequence: Int, limit: Int
) throws -> [Int] {
  guard let last = prompt.last else { return [] }

  // warm up on the prompt
  var h = Vector(zeros: parameters.hiddenSize)
  for token in prompt {
    h = try rnnStep(token, hidden: h, parameters: parameters)
  }

  var result = [Int]()
  var x = last
  for _ in 0..<limit {
    h = try rnnStep(x, hidden: h, parameters: parameters)
    let logits = parameters.W * h + parameters.bOutput
    x = logits.indexOfMaximum ?? 0
    result.append(x)
    if x == endOfSequence { break }
  }
  return result
}
