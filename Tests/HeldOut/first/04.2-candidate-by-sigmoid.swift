// exercise: 04.2
// is: wrong
// cause: The candidate goes through the sigmoid instead of tanh.
// named: candidate|\bg\b|g_t
// named: sigmoid|σ|logistic|(not|without|in place of|instead of) (the |a )?tanh
// swift-format-ignore-file

func lstmStep(
  _ token: Int, hidden: Vector, cell: Vector, parameters: LSTMParameters
) throws -> LSTMStep {
  let z = hidden.concatenated(with: try oneHot(token, size: parameters.vocabularySize))
  let weights = [parameters.Wf, parameters.Wi, parameters.Wg, parameters.Wo]
  let biases = [parameters.bf, parameters.bi, parameters.bg, parameters.bo]
  let gates = try zip(weights, biases).map { W, b in try sigmoid(W * z + b) }
  let c = gates[0] * cell + gates[1] * gates[2]
  return LSTMStep(
    forgetGate: gates[0], inputGate: gates[1], candidate: gates[2], outputGate: gates[3],
    cell: c, hidden: gates[3] * (try tanh(c)))
}
