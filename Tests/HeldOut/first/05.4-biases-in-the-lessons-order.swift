// exercise: 05.4
// is: wrong
// cause: The biases are stacked in lesson 04's order f, i, g, o, while the weights are in the framework's order i, f, g, o.
// named: bias
// named: order|f, ?i|i, ?f|swapp|exchang|forget.*input|input.*forget|blocks
// swift-format-ignore-file

func carryOver(_ parameters: LSTMParameters, into network: CountingNetwork) throws {
  let H = parameters.Wv.columns
  let V = parameters.Wv.rows
  var Whh = Matrix(zeros: 4 * H, H)
  var Wih = Matrix(zeros: 4 * H, V)
  for (block, W) in [parameters.Wi, parameters.Wf, parameters.Wg, parameters.Wo].enumerated() {
    for r in 0..<H {
      for c in 0..<H { Whh[block * H + r, c] = W[r, c] }
      for c in 0..<V { Wih[block * H + r, c] = W[r, H + c] }
    }
  }
  let b = parameters.bf.concatenated(with: parameters.bi)
    .concatenated(with: parameters.bg).concatenated(with: parameters.bo)

  try network.lstm.weightHiddenHidden.copy(from: Tensor(Whh))
  try network.lstm.weightInputHidden.copy(from: Tensor(Wih))
  try network.lstm.biasInputHidden?.copy(from: Tensor(b))
  try network.lstm.biasHiddenHidden?.copy(from: Tensor.zeros([4 * H]))
  try network.lstm.biasHiddenHidden?.requiresGrad(false)
  try network.output.weight.copy(from: Tensor(parameters.Wv))
  try network.output.bias?.copy(from: Tensor(parameters.bv))
}
