// exercise: 02.3
// is: wrong
// cause: The bias is added after the tanh instead of inside it.
// named: bias.*(after|outside|behind).*tanh
// swift-format-ignore-file

func rnnStep(_ token: Int, hidden: Vector, parameters: RNNParameters) throws -> Vector {
  let wx = parameters.U.column(token)
  let wh = parameters.V * hidden
  return try tanh(wx + wh) + parameters.bHidden
}
