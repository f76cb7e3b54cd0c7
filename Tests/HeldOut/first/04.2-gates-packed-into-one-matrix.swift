// exercise: 04.2
// is: right
// cause: One tall matrix for all four gates, in the order of PyTorch, multiplied once and cut.
// swift-format-ignore-file

func lstmStep(
  _ token: Int, hidden: Vector, cell: Vector, parameters: LSTMParameters
) throws -> LSTMStep {
  let p = parameters
  let H = p.hiddenSize
  var rows: [Vector] = []
  for W in [p.Wi, p.Wf, p.Wg, p.Wo] {
    for r in 0..<H { rows.append(W.row(r)) }
  }
  let bias = Vector([p.bi, p.bf, p.bg, p.bo].flatMap { Array($0) })
  let x: Vector = try oneHot(token, size: p.vocabularySize)
  let a = Matrix(rows: rows) * hidden.concatenated(with: x) + bias
  func part(_ k: Int) -> Vector { Vector(a[(k * H)..<((k + 1) * H)]) }
  let i = try sigmoid(part(0))
  let f = try sigmoid(part(1))
  let g = try tanh(part(2))
  let o = try sigmoid(part(3))
  let c = f * cell + i * g
  let h = o * (try tanh(c))
  return LSTMStep(forgetGate: f, inputGate: i, candidate: g, outputGate: o, cell: c, hidden: h)
}
