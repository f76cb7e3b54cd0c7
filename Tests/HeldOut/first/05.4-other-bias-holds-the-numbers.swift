// exercise: 05.4
// is: right
// cause: right, written another way.
// swift-format-ignore-file

func carryOver(_ parameters: LSTMParameters, into network: CountingNetwork) throws {
  let (H, V) = (parameters.hiddenSize, parameters.vocabularySize)
  let stacked = try Tensor.cat([
    Tensor(parameters.Wi), Tensor(parameters.Wf), Tensor(parameters.Wg), Tensor(parameters.Wo),
  ])
  try network.lstm.weightHiddenHidden.copy(from: stacked.narrow(dim: 1, start: 0, length: H))
  try network.lstm.weightInputHidden.copy(from: stacked.narrow(dim: 1, start: H, length: V))
  // The hidden-to-hidden bias carries the numbers; the input's is frozen at zero.
  try network.lstm.biasHiddenHidden?.copy(
    from: Tensor.cat([
      Tensor(parameters.bi), Tensor(parameters.bf), Tensor(parameters.bg), Tensor(parameters.bo),
    ]))
  try network.lstm.biasInputHidden?.copy(from: Tensor.zeros([4 * H]))
  try network.lstm.biasInputHidden?.requiresGrad(false)
  try network.output.weight.copy(from: Tensor(parameters.Wv))
  try network.output.bias?.copy(from: Tensor(parameters.bv))
}
