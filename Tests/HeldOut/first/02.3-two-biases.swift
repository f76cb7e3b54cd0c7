// exercise: 02.3
// is: wrong
// cause: The hidden bias is added twice, once to U x and once to V h′, as with PyTorch's two biases.
// named: bias|b_h|bHidden
// named: twice|two|double|2 ?[·*] ?b|again|both
// swift-format-ignore-file

func rnnStep(_ token: Int, hidden: Vector, parameters: RNNParameters) throws -> Vector {
  // h' = tanh(W_ih x + b_ih + W_hh h + b_hh)
  let fromInput = parameters.U.column(token) + parameters.bHidden
  let fromHidden = parameters.V * hidden + parameters.bHidden
  return try tanh(fromInput + fromHidden)
}
