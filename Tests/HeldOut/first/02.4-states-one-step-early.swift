// exercise: 02.4
// is: wrong
// cause: The states that are kept are those before each step: the initial state is first and the last state is missing.
// named: (state|hidden).*(before|early|late|shift|initial)
// swift-format-ignore-file

func rnnForward(
  _ inputs: [Int], initialHidden: Vector, parameters: RNNParameters
) throws -> RNNTrace {
  var trace = RNNTrace(inputs: inputs, initialHidden: initialHidden)
  var h = initialHidden
  for x in inputs {
    trace.hidden.append(h)
    h = try rnnStep(x, hidden: h, parameters: parameters)
    trace.logits.append(parameters.W * h + parameters.bOutput)
  }
  return trace
}
