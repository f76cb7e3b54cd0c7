// exercise: 04.2
// is: wrong
// cause: The cell that is returned has been through the tanh; the stored memory is squashed, tanh(c) instead of c.
// named: cell|memory|\bc\b
// named: tanh|squash
// named: stored|returned|handed|kept|carried|instead of c\b|been through|cell (is |gets |was )?squashed|squashed cell|new cell|squashes the cell|tanh of the (sum|cell) as|around the (sum|cell)|bounded
// swift-format-ignore-file

func lstmStep(
  _ token: Int, hidden: Vector, cell: Vector, parameters: LSTMParameters
) throws -> LSTMStep {
  let x = try oneHot(token, size: parameters.vocabularySize)
  let z = Vector(Array(hidden) + Array(x))

  let f = try sigmoid(parameters.Wf * z + parameters.bf)
  let i = try sigmoid(parameters.Wi * z + parameters.bi)
  let g = try tanh(parameters.Wg * z + parameters.bg)
  let o = try sigmoid(parameters.Wo * z + parameters.bo)

  let newCell = try tanh(f * cell + i * g)
  return LSTMStep(
    forgetGate: f, inputGate: i, candidate: g, outputGate: o, cell: newCell, hidden: o * newCell)
}
