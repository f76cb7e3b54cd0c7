// exercise: 05.4
// is: wrong
// cause: The second bias is set to zero but still requires a gradient, so the gates' biases learn twice as fast.
// named: bias
// named: froz|freeze|requires? (a )?grad|still train|trained|twice|both|learn|doubl
// swift-format-ignore-file

func carryOver(_ parameters: LSTMParameters, into network: CountingNetwork) throws {
  let h = parameters.hiddenSize
  func block(_ w: Matrix, from: Int, to: Int) throws -> Tensor {
    try Tensor(Matrix(columns: (from..<to).map { w.column($0) }))
  }
  let order = [\LSTMParameters.Wi, \.Wf, \.Wg, \.Wo]
  let biases = [\LSTMParameters.bi, \.bf, \.bg, \.bo]
  let width = h + parameters.vocabularySize
  let wh = try Tensor.cat(order.map { try block(parameters[keyPath: $0], from: 0, to: h) })
  let wx = try Tensor.cat(order.map { try block(parameters[keyPath: $0], from: h, to: width) })
  let b = try Tensor.cat(biases.map { try Tensor(parameters[keyPath: $0]) })
  let lstm = network.lstm
  try lstm.weightHiddenHidden.copy(from: wh)
  try lstm.weightInputHidden.copy(from: wx)
  try lstm.biasInputHidden?.copy(from: b)
  try lstm.biasHiddenHidden?.copy(from: Tensor.zeros([4 * h]))
  try network.output.weight.copy(from: Tensor(parameters.Wv))
  try network.output.bias?.copy(from: Tensor(parameters.bv))
}
