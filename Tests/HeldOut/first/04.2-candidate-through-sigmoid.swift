// exercise: 04.2
// is: wrong
// cause: The candidate goes through a sigmoid instead of a tanh.
// named: candidate
// named: sigmoid
// swift-format-ignore-file

func lstmStep(
  _ token: Int, hidden: Vector, cell: Vector, parameters: LSTMParameters
) throws -> LSTMStep {
  let p = parameters
  let z = hidden.concatenated(with: try oneHot(token, size: p.vocabularySize))
  func gate(_ W: Matrix, _ b: Vector) throws -> Vector { try sigmoid(W * z + b) }
  let (f, i, g, o) = (
    try gate(p.Wf, p.bf), try gate(p.Wi, p.bi), try gate(p.Wg, p.bg), try gate(p.Wo, p.bo)
  )
  let c = f * cell + i * g
  return LSTMStep(
    forgetGate: f, inputGate: i, candidate: g, outputGate: o, cell: c,
    hidden: o * c.map { tanh($0) })
}
