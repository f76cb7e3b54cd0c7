// exercise: 04.2
// is: wrong
// cause: Forget gate and input gate have changed places in the cell: c = i ⊙ c′ + f ⊙ g.
// named: (forget|\bf\b).*(input|\bi\b).*(exchanged|swapped|places)|(exchanged|swapped).*(forget|input)|i ⊙ c|places
// swift-format-ignore-file

func lstmStep(
  _ token: Int, hidden: Vector, cell: Vector, parameters: LSTMParameters
) throws -> LSTMStep {
  let x: Vector = try oneHot(token, size: parameters.vocabularySize)
  let hx = hidden.concatenated(with: x)
  let f = try sigmoid(parameters.Wf * hx + parameters.bf)
  let i = try sigmoid(parameters.Wi * hx + parameters.bi)
  let g = try tanh(parameters.Wg * hx + parameters.bg)
  let o = try sigmoid(parameters.Wo * hx + parameters.bo)
  var c = Vector(zeros: cell.count)
  for k in c.indices {
    c[k] = i[k] * cell[k] + f[k] * g[k]
  }
  let h = o * c.map { tanh($0) }
  return LSTMStep(forgetGate: f, inputGate: i, candidate: g, outputGate: o, cell: c, hidden: h)
}
