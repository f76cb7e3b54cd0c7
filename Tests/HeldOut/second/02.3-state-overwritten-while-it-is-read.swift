// exercise: 02.3
// is: wrong
// cause: The new state is written into the old one element by element, so that later elements are computed from new values of the earlier ones.
// named: in place|overwritten|while|already
// swift-format-ignore-file

func rnnStep(_ token: Int, hidden: Vector, parameters: RNNParameters) throws -> Vector {
  var h = hidden
  let n = h.count
  for i in 0..<n {
    var a = parameters.U[i, token] + parameters.bHidden[i]
    for j in 0..<n {
      a += parameters.V[i, j] * h[j]
    }
    h[i] = tanh(a)
  }
  return h
}
