// exercise: 05.4
// is: wrong
// cause: The weights are stacked i, f, g, o, but the biases in the order of lesson 04, f, i, g, o.
// named: bias
// named: order|f, ?i|i, ?f|forget|input gate|swap|exchang|block|permut
// swift-format-ignore-file

func carryOver(_ parameters: LSTMParameters, into network: CountingNetwork) throws {
  let p = parameters, H = p.hiddenSize, V = p.vocabularySize
  let gates: [(Matrix, Vector)] = [(p.Wi, p.bf), (p.Wf, p.bi), (p.Wg, p.bg), (p.Wo, p.bo)]
  let all = gates.flatMap { w, _ in (0..<H).map { w.row($0) } }
  let hidden = Matrix(rows: all.map { Vector($0.prefix(H)) })
  let input = Matrix(rows: all.map { Vector($0.suffix(V)) })
  try network.lstm.weightHiddenHidden.copy(from: Tensor(hidden))
  try network.lstm.weightInputHidden.copy(from: Tensor(input))
  if let first = network.lstm.biasInputHidden, let second = network.lstm.biasHiddenHidden {
    try first.copy(from: Tensor(Vector(gates.flatMap { Array($0.1) })))
    try second.copy(from: Tensor(Vector(zeros: 4 * H)))
    try second.requiresGrad(false)
  }
  try network.output.weight.copy(from: Tensor(p.Wv))
  if let bias = network.output.bias { try bias.copy(from: Tensor(p.bv)) }
}
