// exercise: 07.3
// is: wrong
// cause: The candidate instead of the new hidden state is carried to the next step.
// named: candidate
// named: carr|next|instead|place|handed|passed|state
// swift-format-ignore-file

func gruForward(
  _ inputs: [Int], initialHidden: Vector, parameters: GRUParameters
) throws -> GRUTrace {
  var trace = GRUTrace(inputs: inputs, initialHidden: initialHidden)
  for (t, token) in inputs.enumerated() {
    let before = t == 0 ? initialHidden : trace.steps[t - 1].candidate
    let step = try gruStep(token, hidden: before, parameters: parameters)
    trace.steps.append(step)
    trace.logits.append(parameters.bv + parameters.Wv * step.hidden)
  }
  return trace
}
