// exercise: 05.4
// is: wrong
// cause: Half of each bias goes into both of the LSTM's biases and both are trained: the outputs agree at first, but the bias moves twice as far with every step.
// named: bias
// named: half|halves|split|shared|both .{0,40}(train|learn|gradient|mov)|two .{0,30}(train|learn)|neither|(no|not|nothing|none|un)[a-z ]{0,20}fr(ee|o)z|twice (as|the)|train(s|ed)? both
// swift-format-ignore-file

func carryOver(_ parameters: LSTMParameters, into network: CountingNetwork) throws {
  let H = parameters.hiddenSize, V = parameters.vocabularySize
  let gates = [parameters.Wi, parameters.Wf, parameters.Wg, parameters.Wo]
  var wIH = Matrix(zeros: 4 * H, V)
  var wHH = Matrix(zeros: 4 * H, H)
  for (k, w) in gates.enumerated() {
    for r in 0..<H {
      for c in 0..<H { wHH[k * H + r, c] = w[r, c] }
      for c in 0..<V { wIH[k * H + r, c] = w[r, H + c] }
    }
  }
  let b = parameters.bi.concatenated(with: parameters.bf)
    .concatenated(with: parameters.bg).concatenated(with: parameters.bo)
  try network.lstm.weightInputHidden.copy(from: Tensor(wIH))
  try network.lstm.weightHiddenHidden.copy(from: Tensor(wHH))
  for bias in [network.lstm.biasInputHidden, network.lstm.biasHiddenHidden] {
    try bias?.copy(from: Tensor(0.5 * b))
  }
  try network.output.weight.copy(from: Tensor(parameters.Wv))
  try network.output.bias?.copy(from: Tensor(parameters.bv))
}
