// exercise: 03.6
// is: right
// cause: Recursion: the prompt grows by a token, and the whole of it is read again from zeros for each new one.
// swift-format-ignore-file

func generate(
  from prompt: [Int], parameters: RNNParameters, endOfSequence: Int, limit: Int
) throws -> [Int] {
  if prompt.isEmpty || limit <= 0 { return [] }
  let trace = try rnnForward(
    prompt, initialHidden: Vector(zeros: parameters.hiddenSize), parameters: parameters)
  let scores = trace.logits[prompt.count - 1]
  var choice = 0
  for (id, score) in scores.enumerated() where score > scores[choice] { choice = id }
  if choice == endOfSequence { return [choice] }
  return [choice]
    + (try generate(
      from: prompt + [choice], parameters: parameters, endOfSequence: endOfSequence,
      limit: limit - 1))
}
