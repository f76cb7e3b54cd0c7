// exercise: 04.2
// is: wrong
// cause: The hidden state shows the old cell, o ⊙ tanh(c′), instead of the new one.
// named: old cell|c′|cell before|previous cell
// named: hidden|output|shown|h\b
// swift-format-ignore-file

func lstmStep(
  _ token: Int, hidden: Vector, cell: Vector, parameters: LSTMParameters
) throws -> LSTMStep {
  let p = parameters
  let z = hidden.concatenated(with: try oneHot(token, size: p.vocabularySize))
  let f_t = try sigmoid(p.Wf * z + p.bf)
  let i_t = try sigmoid(p.Wi * z + p.bi)
  let g_t = try tanh(p.Wg * z + p.bg)
  let o_t = try sigmoid(p.Wo * z + p.bo)
  let c_t = f_t * cell + i_t * g_t
  let h_t = o_t * (try tanh(cell))
  return LSTMStep(
    forgetGate: f_t, inputGate: i_t, candidate: g_t, outputGate: o_t, cell: c_t, hidden: h_t)
}
