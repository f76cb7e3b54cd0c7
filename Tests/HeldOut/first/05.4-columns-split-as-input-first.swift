// exercise: 05.4
// is: wrong
// cause: The gates' columns are split as if the input came first, [x; h], instead of [h; x].
// named: column|split|\[x; ?h|\[h; ?x|order of (x|h|input|state|hidden)|input and (hidden|state)|weight_ih|weight_hh|inputHidden|hiddenHidden|first H|first V|halves
// named: input|\bx\b|\bV\b|swap|exchang|first
// swift-format-ignore-file

func carryOver(_ parameters: LSTMParameters, into network: CountingNetwork) throws {
  let H = parameters.hiddenSize, V = parameters.vocabularySize
  let gates = [parameters.Wi, parameters.Wf, parameters.Wg, parameters.Wo]
  var wx = Matrix(zeros: 4 * H, V)
  var wh = Matrix(zeros: 4 * H, H)
  for (k, gate) in gates.enumerated() {
    for r in 0..<H {
      for c in 0..<V { wx[k * H + r, c] = gate[r, c] }
      for c in 0..<H { wh[k * H + r, c] = gate[r, V + c] }
    }
  }
  let b = parameters.bi.concatenated(with: parameters.bf)
    .concatenated(with: parameters.bg).concatenated(with: parameters.bo)
  try network.lstm.weightInputHidden.copy(from: Tensor(wx))
  try network.lstm.weightHiddenHidden.copy(from: Tensor(wh))
  try network.lstm.biasInputHidden?.copy(from: Tensor(b))
  try network.lstm.biasHiddenHidden?.copy(from: Tensor.zeros([4 * H]))
  try network.lstm.biasHiddenHidden?.requiresGrad(false)
  try network.output.weight.copy(from: Tensor(parameters.Wv))
  try network.output.bias?.copy(from: Tensor(parameters.bv))
}
