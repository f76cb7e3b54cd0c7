// exercise: 05.4
// is: wrong
// cause: Both biases of the LSTM are frozen, so none of them is trained.
// named: bias
// named: both|none|neither|no bias|two|nothing|not trained|stand still|never
// swift-format-ignore-file

func carryOver(_ parameters: LSTMParameters, into network: CountingNetwork) throws {
  let H = parameters.hiddenSize
  let V = parameters.vocabularySize
  var hh = [Double]()
  var ih = [Double]()
  for W in [parameters.Wi, parameters.Wf, parameters.Wg, parameters.Wo] {
    for r in 0..<H {
      let row = W.row(r)
      hh += row[0..<H]
      ih += row[H..<(H + V)]
    }
  }
  let b = parameters.bi.concatenated(with: parameters.bf)
    .concatenated(with: parameters.bg).concatenated(with: parameters.bo)

  try network.lstm.weightHiddenHidden.copy(from: Tensor(hh, shape: [4 * H, H]))
  try network.lstm.weightInputHidden.copy(from: Tensor(ih, shape: [4 * H, V]))
  let biases = [network.lstm.biasInputHidden, network.lstm.biasHiddenHidden]
  for (bias, numbers) in zip(biases, [b, Vector(zeros: 4 * H)]) {
    // a tensor that is watched must not be written to in place
    try bias?.requiresGrad(false)
    try bias?.copy(from: Tensor(numbers))
  }
  try network.output.weight.copy(from: Tensor(parameters.Wv))
  try network.output.bias?.copy(from: Tensor(parameters.bv))
}
