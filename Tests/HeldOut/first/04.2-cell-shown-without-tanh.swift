// exercise: 04.2
// is: wrong
// cause: The hidden state is o ⊙ c; the tanh of the cell is missing.
// named: tanh
// named: without|missing|left out|no |forgotten|o ⊙ c
// swift-format-ignore-file

func lstmStep(
  _ token: Int, hidden: Vector, cell: Vector, parameters p: LSTMParameters
) throws -> LSTMStep {
  let z = hidden.concatenated(with: try oneHot(token, size: p.vocabularySize))
  let f = try sigmoid(p.Wf * z + p.bf)
  let i = try sigmoid(p.Wi * z + p.bi)
  let g = try tanh(p.Wg * z + p.bg)
  let o = try sigmoid(p.Wo * z + p.bo)
  let c = f * cell + i * g
  return LSTMStep(forgetGate: f, inputGate: i, candidate: g, outputGate: o, cell: c, hidden: o * c)
}
