// exercise: 07.3
// is: wrong
// cause: The logits of a step are computed from the hidden state before the step.
// named: logit
// named: before|previous|old|earlier|one step (late|behind|early)|late|stale|lag|initial
// swift-format-ignore-file

func gruForward(
  _ inputs: [Int], initialHidden: Vector, parameters: GRUParameters
) throws -> GRUTrace {
  var steps = [GRUStep](), logits = [Vector]()
  var h = initialHidden
  for x in inputs {
    logits.append(parameters.Wv * h + parameters.bv)
    let s = try gruStep(x, hidden: h, parameters: parameters)
    h = s.hidden
    steps.append(s)
  }
  return GRUTrace(inputs: inputs, initialHidden: initialHidden, steps: steps, logits: logits)
}
