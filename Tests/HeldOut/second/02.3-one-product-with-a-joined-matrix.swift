// exercise: 02.3
// is: right
// cause: [U V] times the one-hot vector above the state.
// swift-format-ignore-file

func rnnStep(_ token: Int, hidden: Vector, parameters: RNNParameters) throws -> Vector {
  let p = parameters
  let joined = Matrix(
    rows: (0..<p.hiddenSize).map { p.U.row($0).concatenated(with: p.V.row($0)) })
  let x: Vector = try oneHot(token, size: p.vocabularySize)
  let a = joined * x.concatenated(with: hidden)
  return try tanh(a + p.bHidden)
}
