// exercise: 02.3
// is: wrong
// cause: The tanh is applied to each of the terms on its own and the results are added, instead of to their sum.
// named: each term|each of|separately|before (they|the terms)|on its own|sum of (two )?tanh|two tanh
// swift-format-ignore-file

func rnnStep(_ token: Int, hidden: Vector, parameters: RNNParameters) throws -> Vector {
  let input = try tanh(parameters.U.column(token))
  let recurrent = try tanh(parameters.V * hidden + parameters.bHidden)
  return input + recurrent
}
