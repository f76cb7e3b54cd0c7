// exercise: 05.4
// is: wrong
// cause: The output weight is transposed to H × V and then reshaped to V × H, which puts its numbers at wrong places.
// named: output|Wv|W_v|linear
// named: transpos|reshap|column by column|order|turned|scrambl|columns? for rows|wrong place|rearrang|shape
// swift-format-ignore-file

func carryOver(_ parameters: LSTMParameters, into network: CountingNetwork) throws {
  let H = parameters.hiddenSize
  let V = parameters.vocabularySize

  func tall(_ matrices: [Matrix]) throws -> Tensor {
    try Tensor.cat(try matrices.map { try Tensor($0) }, dim: 0)
  }

  let gates = try tall([parameters.Wi, parameters.Wf, parameters.Wg, parameters.Wo])
  try network.lstm.weightHiddenHidden.copy(from: try gates.narrow(dim: 1, start: 0, length: H))
  try network.lstm.weightInputHidden.copy(from: try gates.narrow(dim: 1, start: H, length: V))

  let bias = Vector(
    Array(parameters.bi) + Array(parameters.bf) + Array(parameters.bg) + Array(parameters.bo))
  try network.lstm.biasInputHidden?.copy(from: try Tensor(bias))
  if let second = network.lstm.biasHiddenHidden {
    try second.copy(from: try Tensor.zeros([4 * H]))
    try second.requiresGrad(false)
  }

  // the linear layer computes x Wᵀ, so it wants the transpose, in its own shape
  let weight = try Tensor(parameters.Wv.transposed).reshaped(network.output.weight.shape)
  try network.output.weight.copy(from: weight)
  try network.output.bias?.copy(from: try Tensor(parameters.bv))
}
