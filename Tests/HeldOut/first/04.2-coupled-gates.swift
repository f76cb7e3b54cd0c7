// exercise: 04.2
// is: wrong
// cause: The candidate enters the cell with 1 - f in place of the input gate, as in the coupled variant.
// named: 1 ?[−-] ?f|coupl|input gate
// swift-format-ignore-file

func lstmStep(
  _ token: Int, hidden: Vector, cell: Vector, parameters: LSTMParameters
) throws -> LSTMStep {
  let x: Vector = try oneHot(token, size: parameters.vocabularySize)
  let z = hidden.concatenated(with: x)
  let f = try sigmoid(parameters.Wf * z + parameters.bf)
  let i = try sigmoid(parameters.Wi * z + parameters.bi)
  let g = try tanh(parameters.Wg * z + parameters.bg)
  let o = try sigmoid(parameters.Wo * z + parameters.bo)
  let c = cell * f + g * (1 - f)
  let h = o * (try tanh(c))
  return LSTMStep(forgetGate: f, inputGate: i, candidate: g, outputGate: o, cell: c, hidden: h)
}
