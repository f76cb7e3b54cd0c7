// exercise: 05.4
// is: wrong
// cause: The columns of the gates are split as [x; h]: the first V are copied to the input weights and the last H to the hidden weights.
// named: column|split|\[x; ?h\]|\[h; ?x\]|half|halves|weight_ih|weight_hh|input weights|hidden weights|part|first V|first H
// named: swapp|exchang|\[x; ?h\]|first V|wrong (order|half|part|way|place)|input first|chang(e|ed) places|other way|order of|last H|interchang|mixed up|revers|wrongly|cut
// swift-format-ignore-file

func carryOver(_ parameters: LSTMParameters, into network: CountingNetwork) throws {
  let H = parameters.hiddenSize
  let V = parameters.vocabularySize
  var wih = Matrix(zeros: 4 * H, V)
  var whh = Matrix(zeros: 4 * H, H)
  var bih = Vector(zeros: 4 * H)
  let blocks = [
    (parameters.Wi, parameters.bi), (parameters.Wf, parameters.bf),
    (parameters.Wg, parameters.bg), (parameters.Wo, parameters.bo),
  ]
  for (k, block) in blocks.enumerated() {
    for r in 0..<H {
      for j in 0..<V { wih[k * H + r, j] = block.0[r, j] }
      for j in 0..<H { whh[k * H + r, j] = block.0[r, V + j] }
      bih[k * H + r] = block.1[r]
    }
  }
  try network.lstm.weightInputHidden.copy(from: Tensor(wih))
  try network.lstm.weightHiddenHidden.copy(from: Tensor(whh))
  try network.lstm.biasInputHidden?.copy(from: Tensor(bih))
  try network.lstm.biasHiddenHidden?.copy(from: Tensor.zeros([4 * H]))
  _ = try network.lstm.biasHiddenHidden?.requiresGrad(false)
  try network.output.weight.copy(from: Tensor(parameters.Wv))
  try network.output.bias?.copy(from: Tensor(parameters.bv))
}
