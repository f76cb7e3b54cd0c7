// exercise: 02.4
// is: right
// cause: Recursion over the first tokens.
// swift-format-ignore-file

func rnnForward(
  _ inputs: [Int], initialHidden: Vector, parameters: RNNParameters
) throws -> RNNTrace {
  guard let last = inputs.last else { return RNNTrace(inputs: [], initialHidden: initialHidden) }
  var trace = try rnnForward(
    Array(inputs.dropLast()), initialHidden: initialHidden, parameters: parameters)
  let h = try rnnStep(last, hidden: trace.hidden.last ?? initialHidden, parameters: parameters)
  trace.inputs.append(last)
  trace.hidden.append(h)
  trace.logits.append(parameters.bOutput + parameters.W * h)
  return trace
}
