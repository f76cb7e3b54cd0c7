// exercise: 05.4
// is: right
// cause: It is the input bias that is zero and frozen, and the hidden bias carries the numbers; the tensors are put together by the framework's cat and narrow.
// swift-format-ignore-file

func carryOver(_ parameters: LSTMParameters, into network: CountingNetwork) throws {
  let H = parameters.hiddenSize, V = parameters.vocabularySize
  let weights = try Tensor.cat(
    [parameters.Wi, parameters.Wf, parameters.Wg, parameters.Wo].map { try Tensor($0) }, dim: 0)
  let biases = try Tensor.cat(
    [parameters.bi, parameters.bf, parameters.bg, parameters.bo].map { try Tensor($0) })
  let lstm = network.lstm
  try lstm.weightHiddenHidden.copy(from: weights.narrow(dim: 1, start: 0, length: H))
  try lstm.weightInputHidden.copy(from: weights.narrow(dim: 1, start: H, length: V))
  if let numbers = lstm.biasHiddenHidden, let zero = lstm.biasInputHidden {
    try numbers.copy(from: biases)
    try zero.copy(from: Tensor.zeros([4 * H]))
    try zero.requiresGrad(false)
  }
  try network.output.weight.copy(from: Tensor(parameters.Wv))
  if let bias = network.output.bias { try bias.copy(from: Tensor(parameters.bv)) }
}
