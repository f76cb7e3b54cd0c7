// exercise: 02.3
// is: wrong
// cause: The bias is added after the tanh instead of inside it.
// named: bias|b_?h|bHidden
// named: after|outside|behind|not (inside|squashed|within)|beyond|unsquashed|added to the result
// swift-format-ignore-file

func rnnStep(_ token: Int, hidden: Vector, parameters: RNNParameters) throws -> Vector {
  let p = parameters
  let x = try oneHot(token, size: p.vocabularySize)
  return try tanh(p.U * x + p.V * hidden) + p.bHidden
}
