// exercise: 04.2
// is: right
// cause: The columns of the state and the column of the token, without a joined vector.
// swift-format-ignore-file

func lstmStep(
  _ token: Int, hidden: Vector, cell: Vector, parameters: LSTMParameters
) throws -> LSTMStep {
  let H = hidden.count
  func preactivation(_ W: Matrix, _ b: Vector) -> Vector {
    var a = W.column(H + token) + b
    for j in 0..<H { a += hidden[j] * W.column(j) }
    return a
  }
  let o = try sigmoid(preactivation(parameters.Wo, parameters.bo))
  let g = try tanh(preactivation(parameters.Wg, parameters.bg))
  let i = try sigmoid(preactivation(parameters.Wi, parameters.bi))
  let f = try sigmoid(preactivation(parameters.Wf, parameters.bf))
  let c = i * g + f * cell
  return LSTMStep(
    forgetGate: f, inputGate: i, candidate: g, outputGate: o, cell: c,
    hidden: (try tanh(c)) * o)
}
