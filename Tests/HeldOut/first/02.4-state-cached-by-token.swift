// exercise: 02.4
// is: wrong
// cause: The new state is cached by token alone, so that a token that comes again gets its first state back whatever has been read since.
// named: same token|token (that|which)|repeat|again|cache|twice|second time|depends only on the token|first (state|occurrence|time)|by token|memo
// named: state|hidden|memory
// swift-format-ignore-file

func rnnForward(
  _ inputs: [Int], initialHidden: Vector, parameters: RNNParameters
) throws -> RNNTrace {
  var cache: [Int: Vector] = [:]
  func step(_ token: Int, _ h: Vector) throws -> Vector {
    if let known = cache[token] { return known }
    let new = try rnnStep(token, hidden: h, parameters: parameters)
    cache[token] = new
    return new
  }
  var hidden: [Vector] = []
  for token in inputs {
    hidden.append(try step(token, hidden.last ?? initialHidden))
  }
  let logits = hidden.map { parameters.W * $0 + parameters.bOutput }
  return RNNTrace(inputs: inputs, initialHidden: initialHidden, hidden: hidden, logits: logits)
}
