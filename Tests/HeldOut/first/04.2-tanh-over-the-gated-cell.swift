// exercise: 04.2
// is: wrong
// cause: The tanh is taken of the product of output gate and cell, h = tanh(o ⊙ c), instead of o ⊙ tanh(c).
// named: tanh
// named: tanh\(\s*o|product|outside|around|after the (output )?gate|over the gate|gated (cell|first)|before the tanh|inside the tanh|order|whole|o ?[⊙·*] ?c
// swift-format-ignore-file

func lstmStep(
  _ token: Int, hidden: Vector, cell: Vector, parameters: LSTMParameters
) throws -> LSTMStep {
  let p = parameters
  let x: Vector = try oneHot(token, size: p.vocabularySize)
  let z = hidden.concatenated(with: x)
  let f = try sigmoid(p.Wf * z + p.bf)
  let i = try sigmoid(p.Wi * z + p.bi)
  let g = try tanh(p.Wg * z + p.bg)
  let o = try sigmoid(p.Wo * z + p.bo)
  let c = f * cell + i * g
  // what is shown: open the gate, then squash
  let h = try tanh(o * c)
  return LSTMStep(forgetGate: f, inputGate: i, candidate: g, outputGate: o, cell: c, hidden: h)
}
