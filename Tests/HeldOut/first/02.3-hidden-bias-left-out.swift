// exercise: 02.3
// is: wrong
// cause: The hidden bias is left out.
// named: bias
// named: without|left out|no |missing|forgotten
// swift-format-ignore-file

func rnnStep(_ token: Int, hidden: Vector, parameters: RNNParameters) throws -> Vector {
  let x: Vector = try oneHot(token, size: parameters.vocabularySize)
  return try tanh(parameters.U * x + parameters.V * hidden)
}
