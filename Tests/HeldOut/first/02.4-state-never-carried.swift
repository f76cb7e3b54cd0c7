// exercise: 02.4
// is: wrong
// cause: Every step begins from the initial state: the new hidden state is stored but not handed to the next step.
// named: not carried|initial state (at|in) every step|begins? from the initial
// swift-format-ignore-file

func rnnForward(
  _ inputs: [Int], initialHidden: Vector, parameters: RNNParameters
) throws -> RNNTrace {
  let hidden = try inputs.map {
    try rnnStep($0, hidden: initialHidden, parameters: parameters)
  }
  let logits = hidden.map { parameters.W * $0 + parameters.bOutput }
  return RNNTrace(
    inputs: inputs, initialHidden: initialHidden, hidden: hidden, logits: logits)
}
