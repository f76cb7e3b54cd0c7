// exercise: 02.4
// is: wrong
// cause: The output bias is left out of the logits.
// named: bias
// named: without|left out|no |missing|forgotten
// swift-format-ignore-file

func rnnForward(
  _ inputs: [Int], initialHidden: Vector, parameters: RNNParameters
) throws -> RNNTrace {
  var trace = RNNTrace(inputs: inputs, initialHidden: initialHidden)
  var h = initialHidden
  for t in inputs.indices {
    h = try rnnStep(inputs[t], hidden: h, parameters: parameters)
    trace.hidden.append(h)
    trace.logits.append(parameters.W * h)
  }
  return trace
}
