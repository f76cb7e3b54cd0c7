// exercise: 02.3
// is: wrong
// cause: The incoming hidden state, already the result of a tanh, is put through tanh again before the product with V.
// named: tanh|squash|activation
// named: twice|again|second|already|another|incoming|old (hidden )?state|previous (hidden )?state|h′|state before|before the (product|multipl)|tanh\(h|V · tanh|V tanh
// swift-format-ignore-file

func rnnStep(_ token: Int, hidden: Vector, parameters: RNNParameters) throws -> Vector {
  let fromInput = parameters.U.column(token)
  // activation of the last step
  let activation = try tanh(hidden)
  let fromPast = parameters.V * activation
  let z = fromInput + fromPast + parameters.bHidden
  return try tanh(z)
}
