// exercise: 03.6
// is: wrong
// cause: Among tokens with the same largest logit the last one is taken, not the one with the smallest id.
// named: equal|tie|same logit
// named: last|largest id|smallest id|first|highest id
// swift-format-ignore-file

func generate(
  from prompt: [Int], parameters: RNNParameters, endOfSequence: Int, limit: Int
) throws -> [Int] {
  func argmax(_ scores: Vector) -> Int {
    var best = 0
    for k in 0..<scores.count {
      if scores[k] >= scores[best] { best = k }
    }
    return best
  }
  if prompt.isEmpty { return [] }
  var state = Vector(zeros: parameters.hiddenSize)
  for token in prompt { state = try rnnStep(token, hidden: state, parameters: parameters) }

  var answer: [Int] = []
  for _ in 0..<limit {
    let next = argmax(parameters.W * state + parameters.bOutput)
    answer.append(next)
    if next == endOfSequence { break }
    state = try rnnStep(next, hidden: state, parameters: parameters)
  }
  return answer
}
