// exercise: 07.3
// is: wrong
// cause: The trace's initialHidden is used as the running state, so the trace gives back the last hidden state as the initial one.
// named: initial
// named: last|final|overwrit|mutat|end|running|new state|carried|not as given|chang
// swift-format-ignore-file

func gruForward(
  _ inputs: [Int], initialHidden: Vector, parameters: GRUParameters
) throws -> GRUTrace {

  var trace = GRUTrace(inputs: inputs, initialHidden: initialHidden)
  trace.steps.reserveCapacity(inputs.count)
  trace.logits.reserveCapacity(inputs.count)
  for token in inputs {
    let step = try gruStep(token, hidden: trace.initialHidden, parameters: parameters)
    trace.initialHidden = step.hidden
    trace.steps.append(step)
    trace.logits.append(parameters.Wv * trace.initialHidden + parameters.bv)
  }
  return trace
}
