// exercise: 03.6
// is: wrong
// cause: The answer begins with the prompt's own tokens; only the new ones are asked for.
// named: prompt
// named: begins|included|contains|repeats
// swift-format-ignore-file

func generate(
  from prompt: [Int], parameters: RNNParameters, endOfSequence: Int, limit: Int
) throws -> [Int] {
  if prompt.isEmpty { return [] }
  var sequence = prompt
  var h = Vector(zeros: parameters.hiddenSize)
  for x in prompt { h = try rnnStep(x, hidden: h, parameters: parameters) }
  for _ in 0..<limit {
    let out = parameters.W * h + parameters.bOutput
    let next = out.indexOfMaximum!
    sequence.append(next)
    if next == endOfSequence { break }
    h = try rnnStep(next, hidden: h, parameters: parameters)
  }
  return sequence
}
