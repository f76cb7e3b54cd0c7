// exercise: 03.6
// is: wrong
// cause: Each generated token is read from a hidden state of zeros; the memory of the prompt and of what was generated is lost after the first new token.
// named: state|memory|hidden|context
// named: zeros?|reset|lost|thrown away|not carried|forgotten|forgets|afresh|anew|only the (last|newest) token|fresh|start(s|ed)? (over|again)|alone|without (its|the) (past|memory|context|prompt)
// swift-format-ignore-file

func generate(
  from prompt: [Int], parameters: RNNParameters, endOfSequence: Int, limit: Int
) throws -> [Int] {
  func predict(_ tokens: [Int]) throws -> Int? {
    let zero = Vector(zeros: parameters.hiddenSize)
    return try rnnForward(tokens, initialHidden: zero, parameters: parameters)
      .logits.last?.indexOfMaximum
  }

  var generated: [Int] = []
  var input = prompt
  while generated.count < limit, let next = try predict(input) {
    generated.append(next)
    if next == endOfSequence { return generated }
    input = [next]
  }
  return generated
}
