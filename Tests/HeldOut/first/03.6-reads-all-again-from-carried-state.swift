// exercise: 03.6
// is: wrong
// cause: For each new token the whole sequence so far is read again, but from the state reached before instead of from zeros.
// named: again|re-?read|twice|more than once|several times|repeat|whole (sequence|prompt)|from the start|not reset|second time|once more
// named: prompt|sequence|tokens?|state
// swift-format-ignore-file

func generate(
  from prompt: [Int], parameters: RNNParameters, endOfSequence: Int, limit: Int
) throws -> [Int] {
  var tokens = prompt
  var hidden = Vector(zeros: parameters.hiddenSize)
  var new: [Int] = []
  while new.count < limit {
    let trace = try rnnForward(tokens, initialHidden: hidden, parameters: parameters)
    guard let last = trace.hidden.last, let scores = trace.logits.last,
      let choice = scores.indexOfMaximum
    else { break }
    hidden = last
    new.append(choice)
    tokens.append(choice)
    if choice == endOfSequence { break }
  }
  return new
}
