// exercise: 02.3
// is: wrong
// cause: The recurrent term is h′ᵀ V, that is Vᵀ h′, instead of V h′.
// named: \bV\b|recurrent|hidden[- ]to[- ]hidden
// named: transpos|Vᵀ|rows (and|for) columns|columns (and|for) rows|V\.T
// swift-format-ignore-file

func rnnStep(_ token: Int, hidden: Vector, parameters: RNNParameters) throws -> Vector {
  // x U + h V + b, with row vectors
  let size = hidden.count
  var a = Vector(zeros: size)
  for j in 0..<size {
    var s = parameters.bHidden[j] + parameters.U[j, token]
    for i in 0..<size { s += hidden[i] * parameters.V[i, j] }
    a[j] = s
  }
  return try tanh(a)
}
