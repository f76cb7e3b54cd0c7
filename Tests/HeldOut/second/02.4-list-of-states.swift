// exercise: 02.4
// is: wrong
// cause: The trace's hidden states begin with the initial one and end before the last: hidden[t] is the state before token t, not after it (the logits are right).
// named: hidden|state
// named: before (the|its|each|token|reading|step)|shift|initial|one (step )?(late|behind|early|too)|off by one|previous|old
// swift-format-ignore-file

func rnnForward(
  _ inputs: [Int], initialHidden: Vector, parameters: RNNParameters
) throws -> RNNTrace {
  var states = [initialHidden]
  for token in inputs {
    states.append(try rnnStep(token, hidden: states[states.count - 1], parameters: parameters))
  }
  let logits = states.dropFirst().map { parameters.W * $0 + parameters.bOutput }
  return RNNTrace(
    inputs: inputs, initialHidden: initialHidden,
    hidden: Array(states.prefix(inputs.count)), logits: Array(logits))
}
