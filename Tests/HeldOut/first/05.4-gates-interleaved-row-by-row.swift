// exercise: 05.4
// is: wrong
// cause: The rows of the gates are interleaved, row 0 of i, f, g, o, then row 1 of each, instead of one block of H rows after the other.
// named: interleav|row by row|altern|unit by unit|block|row 0|mixed|gate fastest|shuffl|zip
// named: row|gate|block|weight|order
// swift-format-ignore-file

func carryOver(_ parameters: LSTMParameters, into network: CountingNetwork) throws {
  let p = parameters
  let (H, V) = (p.hiddenSize, p.vocabularySize)
  // np.stack([Wi, Wf, Wg, Wo], axis=1).reshape(4H, H + V)
  let W = try Tensor.stack([p.Wi, p.Wf, p.Wg, p.Wo].map { try Tensor($0) }, dim: 1)
    .reshaped([4 * H, H + V])
  let b = try Tensor.stack([p.bi, p.bf, p.bg, p.bo].map { try Tensor($0) }, dim: 1)
    .reshaped([4 * H])

  let lstm = network.lstm
  try lstm.weightHiddenHidden.copy(from: W.narrow(dim: 1, start: 0, length: H))
  try lstm.weightInputHidden.copy(from: W.narrow(dim: 1, start: H, length: V))
  try lstm.biasInputHidden?.copy(from: b)
  try lstm.biasHiddenHidden?.copy(from: Tensor.zeros([4 * H]))
  try lstm.biasHiddenHidden?.requiresGrad(false)
  try network.output.weight.copy(from: Tensor(p.Wv))
  try network.output.bias?.copy(from: Tensor(p.bv))
}
