// exercise: 02.4
// is: wrong
// cause: The logits of a step are taken from the state before the step, one step late.
// named: logits?|output
// named: before (the|this|that|its|each) (step|token|update)|previous|old state|state before|one step (late|behind|too)|h_?\(?\{?t ?[−-] ?1|stale|lag
// swift-format-ignore-file

func rnnForward(
  _ inputs: [Int], initialHidden: Vector, parameters: RNNParameters
) throws -> RNNTrace {
  let (W, c) = (parameters.W, parameters.bOutput)
  var trace = RNNTrace(inputs: inputs, initialHidden: initialHidden)
  var state = initialHidden
  for token in inputs {
    let next = try rnnStep(token, hidden: state, parameters: parameters)
    trace.hidden.append(next)
    trace.logits.append(W * state + c)
    state = next
  }
  return trace
}
