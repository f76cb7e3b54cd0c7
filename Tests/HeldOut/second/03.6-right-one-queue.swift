// exercise: 03.6
// is: right
// cause: right, written another way.
// swift-format-ignore-file

func generate(
  from prompt: [Int], parameters: RNNParameters, endOfSequence: Int, limit: Int
) throws -> [Int] {
  if prompt.isEmpty || limit < 1 { return [] }
  var tokens = prompt
  var h = Vector(zeros: parameters.hiddenSize)
  var position = 0
  repeat {
    h = try rnnStep(tokens[position], hidden: h, parameters: parameters)
    position += 1
    guard position == tokens.count else { continue }
    let scores = parameters.W * h + parameters.bOutput
    var best = 0
    for v in 1..<max(1, scores.count) where scores[v] > scores[best] { best = v }
    tokens.append(best)
    if best == endOfSequence { break }
  } while tokens.count < prompt.count + limit
  return Array(tokens[prompt.count...])
}
