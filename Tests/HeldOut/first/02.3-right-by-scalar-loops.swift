// exercise: 02.3
// is: right
// swift-format-ignore-file

func rnnStep(_ token: Int, hidden: Vector, parameters: RNNParameters) throws -> Vector {
  let H = parameters.hiddenSize
  var activation = [Double](repeating: 0, count: H)
  for j in 0..<H {
    for i in 0..<H { activation[i] += parameters.V[i, j] * hidden[j] }
  }
  for i in (0..<H).reversed() {
    activation[i] += parameters.bHidden[i]
    activation[i] += parameters.U[i, token]
  }
  return Vector(activation.map { a in
    // By exponentials, of a negative number only.
    let e = exp(-2 * abs(a))
    let size = (1 - e) / (1 + e)
    return a < 0 ? -size : size
  })
}
