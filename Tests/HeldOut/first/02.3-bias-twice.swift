// exercise: 02.3
// is: wrong
// cause: The bias is added twice, once to the input and once to the recurrent term, as PyTorch has two biases.
// named: (bias|bHidden|b_h).*(twice|two|double)|(twice|two|double).*(bias|bHidden|b_h)
// swift-format-ignore-file

func rnnStep(_ token: Int, hidden: Vector, parameters: RNNParameters) throws -> Vector {
  let ih = parameters.U.column(token) + parameters.bHidden
  let hh = parameters.V * hidden + parameters.bHidden
  return try tanh(ih + hh)
}
