// exercise: 02.3
// is: wrong
// cause: The recurrent product runs over the rows of V, so that V transposed multiplies the state.
// named: \bV\b|recurrent|hidden
// named: transpos|rows? (and|for|with) columns?|columns? (and|for|instead of) rows?|wrong (side|way round|axis)|Vᵀ|row.*column
// swift-format-ignore-file

func rnnStep(_ token: Int, hidden: Vector, parameters: RNNParameters) throws -> Vector {
  let H = hidden.count
  var out = Vector(zeros: H)
  for j in 0..<H {
    var s = parameters.U[j, token] + parameters.bHidden[j]
    for i in 0..<H { s += hidden[i] * parameters.V[i, j] }
    out[j] = tanh(s)
  }
  return out
}
