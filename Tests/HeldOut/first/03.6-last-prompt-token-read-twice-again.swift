// exercise: 03.6
// is: wrong
// cause: The whole prompt is read, and generation then begins by reading its last token once more.
// named: prompt
// named: twice|again|once more|second time|two times|repeat|doubl
// swift-format-ignore-file

func generate(
  from prompt: [Int], parameters: RNNParameters, endOfSequence: Int, limit: Int
) throws -> [Int] {
  guard var token = prompt.last else { return [] }
  // warm up
  let trace = try rnnForward(
    prompt, initialHidden: Vector(zeros: parameters.hiddenSize), parameters: parameters)
  var h = trace.hidden[trace.hidden.count - 1]
  var result: [Int] = []
  while result.count < limit {
    h = try rnnStep(token, hidden: h, parameters: parameters)
    let y = parameters.W * h + parameters.bOutput
    token = y.indexOfMaximum ?? 0
    result.append(token)
    if token == endOfSequence { break }
  }
  return result
}
