// exercise: 02.3
// is: right
// cause: One product of [V U b] with [h; x; 1].
// swift-format-ignore-file

func rnnStep(_ token: Int, hidden: Vector, parameters: RNNParameters) throws -> Vector {
  let p = parameters
  let H = hidden.count, N = p.U.columns
  var M = Matrix(zeros: H, H + N + 1)
  for i in 0..<H {
    for j in 0..<H { M[i, j] = p.V[i, j] }
    for j in 0..<N { M[i, H + j] = p.U[i, j] }
    M[i, H + N] = p.bHidden[i]
  }
  let z = hidden.concatenated(with: try oneHot(token, size: N)).concatenated(with: [1])
  return try tanh(M * z)
}
