// exercise: 02.4
// is: wrong
// cause: The trace holds softmax probabilities where the logits belong.
// named: softmax
// swift-format-ignore-file

func rnnForward(
  _ inputs: [Int], initialHidden: Vector, parameters: RNNParameters
) throws -> RNNTrace {
  var hidden_states: [Vector] = []
  var outputs: [Vector] = []
  var h = initialHidden
  for i in 0..<inputs.count {
    h = try rnnStep(inputs[i], hidden: h, parameters: parameters)
    hidden_states.append(h)
    let out = try softmax(parameters.W * h + parameters.bOutput)
    outputs.append(out)
  }
  return RNNTrace(
    inputs: inputs, initialHidden: initialHidden, hidden: hidden_states, logits: outputs)
}
