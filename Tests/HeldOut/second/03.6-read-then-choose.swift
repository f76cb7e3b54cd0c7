// exercise: 03.6
// is: wrong
// cause: The last token of the prompt is read twice: once with the prompt and once more at the beginning of the generating loop.
// named: prompt
// named: twice|again|two times|second time|once more|double|repeat
// swift-format-ignore-file

func generate(
  from prompt: [Int], parameters: RNNParameters, endOfSequence: Int, limit: Int
) throws -> [Int] {
  guard var token = prompt.last else { return [] }
  // warm up
  let trace = try rnnForward(
    prompt, initialHidden: Vector(zeros: parameters.hiddenSize), parameters: parameters)
  var h = trace.hidden[trace.hidden.count - 1]
  var out: [Int] = []
  while out.count < limit {
    h = try rnnStep(token, hidden: h, parameters: parameters)
    let logits = parameters.W * h + parameters.bOutput
    token = logits.indexOfMaximum!
    out.append(token)
    if token == endOfSequence { break }
  }
  return out
}
