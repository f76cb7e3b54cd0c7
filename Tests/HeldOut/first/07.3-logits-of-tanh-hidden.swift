// exercise: 07.3
// is: wrong
// cause: The logits are computed from tanh(h) as the LSTM shows tanh(c), instead of from the hidden state itself.
// named: tanh|squash
// named: logit|output|Wv
// swift-format-ignore-file

func gruForward(
  _ inputs: [Int], initialHidden: Vector, parameters: GRUParameters
) throws -> GRUTrace {

  var steps: [GRUStep] = []
  var logits: [Vector] = []
  var memory = initialHidden
  for t in 0..<inputs.count {
    steps.append(try gruStep(inputs[t], hidden: memory, parameters: parameters))
    memory = steps[t].hidden
    // the memory is shown through tanh, as before
    let shown = try tanh(memory)
    logits.append(parameters.Wv * shown + parameters.bv)
  }
  return GRUTrace(inputs: inputs, initialHidden: initialHidden, steps: steps, logits: logits)
}
