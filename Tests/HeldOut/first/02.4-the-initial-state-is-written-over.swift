// exercise: 02.4
// is: wrong
// cause: The trace's initialHidden serves as the running state, so that it ends as the last state and not as what was given.
// named: initial(Hidden| hidden| state)
// named: last state|overwrit|written over|not .*given|changed|kept|running|final state
// swift-format-ignore-file

func rnnForward(
  _ inputs: [Int], initialHidden: Vector, parameters: RNNParameters
) throws -> RNNTrace {
  var trace = RNNTrace(inputs: inputs, initialHidden: initialHidden)
  for token in inputs {
    trace.initialHidden = try rnnStep(
      token, hidden: trace.initialHidden, parameters: parameters)
    trace.hidden.append(trace.initialHidden)
    trace.logits.append(parameters.W * trace.initialHidden + parameters.bOutput)
  }
  return trace
}
