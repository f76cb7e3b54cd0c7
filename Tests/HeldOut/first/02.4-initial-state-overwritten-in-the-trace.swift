// exercise: 02.4
// is: wrong
// cause: The trace's initialHidden is used as the carried variable and ends up as the last state instead of the given initial state.
// named: initial ?(hidden|state)
// named: overwrit|last state|final state|state after the last|changed|not (as|the one) given|replaced|mutat|not returned as|not kept|altered|moved on|updated|end(s)? up
// swift-format-ignore-file

func rnnForward(
  _ inputs: [Int], initialHidden: Vector, parameters: RNNParameters
) throws -> RNNTrace {
  var trace = RNNTrace(inputs: inputs, initialHidden: initialHidden)
  inputs.forEach { _ in trace.hidden.append(initialHidden) }   // room for T states
  for t in inputs.indices {
    trace.initialHidden = try rnnStep(
      inputs[t], hidden: trace.initialHidden, parameters: parameters)
    trace.hidden[t] = trace.initialHidden
    trace.logits += [parameters.W * trace.hidden[t] + parameters.bOutput]
  }
  return trace
}
