// exercise: 05.4
// is: wrong
// cause: The second bias is set to zero but still requires a gradient, so that it learns along and the sum of the two biases moves twice as far.
// named: bias
// named: frozen|freeze|require|watched|learn|free|trained|gradient
// swift-format-ignore-file

func carryOver(_ parameters: LSTMParameters, into network: CountingNetwork) throws {
  let p = parameters
  let H = p.hiddenSize
  let V = p.vocabularySize
  var hh = Matrix(zeros: 4 * H, H)
  var ih = Matrix(zeros: 4 * H, V)
  var bias = Vector(zeros: 4 * H)
  let blocks: [(Matrix, Vector)] = [(p.Wi, p.bi), (p.Wf, p.bf), (p.Wg, p.bg), (p.Wo, p.bo)]
  for (k, (W, b)) in blocks.enumerated() {
    for i in 0..<H {
      for j in 0..<H { hh[k * H + i, j] = W[i, j] }
      for j in 0..<V { ih[k * H + i, j] = W[i, H + j] }
      bias[k * H + i] = b[i]
    }
  }
  try network.lstm.weightHiddenHidden.copy(from: Tensor(hh))
  try network.lstm.weightInputHidden.copy(from: Tensor(ih))
  if let first = network.lstm.biasInputHidden, let second = network.lstm.biasHiddenHidden {
    try first.copy(from: Tensor(bias))
    try second.copy(from: Tensor(Vector(zeros: 4 * H)))
  }
  try network.output.weight.copy(from: Tensor(p.Wv))
  try network.output.bias?.copy(from: Tensor(p.bv))
}
