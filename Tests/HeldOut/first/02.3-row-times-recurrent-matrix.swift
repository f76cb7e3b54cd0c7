// exercise: 02.3
// is: wrong
// cause: The state is multiplied by the transpose of V.
// named: \bV\b|recurrent|state[- ]to[- ]state|hidden[- ]to[- ]hidden
// named: transpos
// swift-format-ignore-file

func rnnStep(_ token: Int, hidden: Vector, parameters: RNNParameters) throws -> Vector {
  let H = hidden.count
  // h' @ V, the state as a row
  var a = Vector(zeros: H)
  for j in 0..<H {
    var s = parameters.bHidden[j] + parameters.U[j, token]
    for i in 0..<H {
      s += hidden[i] * parameters.V[i, j]
    }
    a[j] = s
  }
  return try tanh(a)
}
