// exercise: 04.2
// is: wrong
// cause: The biases of the input gate and of the candidate have changed places.
// named: bias|\bb_?[ig]\b
// named: exchanged|swapped|places|other
// swift-format-ignore-file

func lstmStep(
  _ token: Int, hidden: Vector, cell: Vector, parameters p: LSTMParameters
) throws -> LSTMStep {
  let z = hidden.concatenated(with: try oneHot(token, size: p.vocabularySize))
  let f = try sigmoid(p.Wf * z + p.bf)
  let i = try sigmoid(p.Wi * z + p.bg)
  let g = try tanh(p.Wg * z + p.bi)
  let o = try sigmoid(p.Wo * z + p.bo)
  let c = f * cell + i * g
  return LSTMStep(
    forgetGate: f, inputGate: i, candidate: g, outputGate: o, cell: c, hidden: o * (try tanh(c)))
}
