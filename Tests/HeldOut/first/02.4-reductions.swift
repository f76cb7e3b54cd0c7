// exercise: 02.4
// is: right
// cause: A scan over the inputs: the states by reduce, the logits by map.
// swift-format-ignore-file

func rnnForward(
  _ inputs: [Int], initialHidden: Vector, parameters: RNNParameters
) throws -> RNNTrace {
  let states = try inputs.reduce(into: [initialHidden]) { states, token in
    states.append(
      try rnnStep(token, hidden: states[states.count - 1], parameters: parameters))
  }
  let hidden = Array(states.dropFirst())
  return RNNTrace(
    inputs: inputs, initialHidden: initialHidden, hidden: hidden,
    logits: hidden.map { parameters.bOutput + parameters.W * $0 })
}
