// exercise: 05.4
// is: wrong
// cause: The weights are in the framework's order i, f, g, o, but the biases are stacked f, i, g, o.
// named: bias
// named: order|f, ?i|forget|swap|exchang|block|place
// swift-format-ignore-file

func carryOver(_ parameters: LSTMParameters, into network: CountingNetwork) throws {
  let H = parameters.hiddenSize
  let order: [KeyPath<LSTMParameters, Matrix>] = [\.Wi, \.Wf, \.Wg, \.Wo]
  var wide = Matrix(zeros: 4 * H, parameters.vocabularySize)
  var square = Matrix(zeros: 4 * H, H)
  for (k, gate) in order.enumerated() {
    let W = parameters[keyPath: gate]
    for r in 0..<H {
      for c in 0..<W.columns {
        if c < H { square[k * H + r, c] = W[r, c] } else { wide[k * H + r, c - H] = W[r, c] }
      }
    }
  }
  // tensors 5 to 8 of the set are the four biases of the gates
  let biases = parameters.tensors[5..<9].flatMap(\.elements)

  try network.lstm.weightInputHidden.copy(from: Tensor(wide))
  try network.lstm.weightHiddenHidden.copy(from: Tensor(square))
  try network.lstm.biasInputHidden?.copy(from: Tensor(biases))
  try network.lstm.biasHiddenHidden?.copy(from: Tensor.zeros([4 * H]))
  try network.lstm.biasHiddenHidden?.requiresGrad(false)
  try network.output.weight.copy(from: Tensor(parameters.Wv))
  try network.output.bias?.copy(from: Tensor(parameters.bv))
}
