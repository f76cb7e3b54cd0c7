// exercise: 05.4
// is: right
// cause: right, written another way.
// swift-format-ignore-file

func carryOver(_ parameters: LSTMParameters, into network: CountingNetwork) throws {
  let (H, V) = (parameters.hiddenSize, parameters.vocabularySize)
  let gates = try Tensor.cat(
    [parameters.Wi, parameters.Wf, parameters.Wg, parameters.Wo].map { try Tensor($0) }, dim: 0)
  let biases = try Tensor.cat(
    [parameters.bi, parameters.bf, parameters.bg, parameters.bo].map { try Tensor($0) }, dim: 0)
  let lstm = network.lstm
  try lstm.weightHiddenHidden.copy(from: gates.narrow(dim: 1, start: 0, length: H))
  try lstm.weightInputHidden.copy(from: gates.narrow(dim: 1, start: H, length: V))
  // one bias learns, the one beside the hidden state
  try lstm.biasHiddenHidden?.copy(from: biases)
  if let still = lstm.biasInputHidden {
    try still.copy(from: Tensor.zeros([4 * H]))
    _ = try still.requiresGrad(false)
  }
  try network.output.weight.copy(from: Tensor(parameters.Wv))
  try network.output.bias?.copy(from: Tensor(parameters.bv))
}
