// exercise: 04.2
// is: right
// swift-format-ignore-file

func lstmStep(
  _ token: Int, hidden: Vector, cell: Vector, parameters: LSTMParameters
) throws -> LSTMStep {
  let H = hidden.count
  // W [h; x] = (first H columns) h + column H + token
  func preactivation(_ W: KeyPath<LSTMParameters, Matrix>, _ b: KeyPath<LSTMParameters, Vector>)
    -> Vector
  {
    let weight = parameters[keyPath: W]
    var a = weight.column(H + token) + parameters[keyPath: b]
    for row in 0..<H {
      for column in 0..<H { a[row] += weight[row, column] * hidden[column] }
    }
    return a
  }
  let o = try sigmoid(preactivation(\.Wo, \.bo))
  let g = try 2 * sigmoid(2 * preactivation(\.Wg, \.bg)) - 1
  let i = try sigmoid(preactivation(\.Wi, \.bi))
  // 1 - σ(-a) is σ(a)
  let f = try 1 - sigmoid(-preactivation(\.Wf, \.bf))
  let c = i * g + f * cell
  return LSTMStep(
    forgetGate: f, inputGate: i, candidate: g, outputGate: o, cell: c,
    hidden: Vector(zip(o, c).map { $0 * tanh($1) }))
}
