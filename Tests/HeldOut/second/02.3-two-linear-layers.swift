// exercise: 02.3
// is: wrong
// cause: The bias of the hidden state is added twice, once beside U x and once beside V h′.
// named: bias|b_h|bHidden
// named: twice|double|two times|2 ?[·×*]|second time|two biases
// swift-format-ignore-file

func rnnStep(_ token: Int, hidden: Vector, parameters: RNNParameters) throws -> Vector {
  func linear(_ weight: Matrix, _ x: Vector) -> Vector { weight * x + parameters.bHidden }
  let x: Vector = try oneHot(token, size: parameters.U.columns)
  let fromInput = linear(parameters.U, x)
  let fromHidden = linear(parameters.V, hidden)
  return try tanh(fromInput + fromHidden)
}
