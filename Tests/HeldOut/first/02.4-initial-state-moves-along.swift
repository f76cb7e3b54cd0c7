// exercise: 02.4
// is: wrong
// cause: The trace's initialHidden serves as the running state, so that the trace returns the last state as the initial one.
// named: initial|state before|first step|h_?\{?[-−]1
// named: overwrit|last|final|running|chang|not (as )?given|moves|updated|after the|replac|lost
// swift-format-ignore-file

func rnnForward(
  _ inputs: [Int], initialHidden: Vector, parameters: RNNParameters
) throws -> RNNTrace {
  var trace = RNNTrace(inputs: inputs, initialHidden: initialHidden)
  trace.hidden.reserveCapacity(inputs.count)
  trace.logits.reserveCapacity(inputs.count)
  for token in inputs {
    trace.initialHidden = try rnnStep(
      token, hidden: trace.initialHidden, parameters: parameters)
    trace.hidden.append(trace.initialHidden)
    trace.logits.append(parameters.W * trace.initialHidden + parameters.bOutput)
  }
  return trace
}
