// exercise: 02.3
// is: wrong
// cause: The bias is added to the state after the activation instead of to its argument.
// named: bias|b_h|bHidden
// named: outside|after (the )?(tanh|activation)|not (inside|within)|behind (the )?tanh|beyond|instead of (before|inside)|before the activation|added to the (result|output)
// swift-format-ignore-file

func rnnStep(_ token: Int, hidden: Vector, parameters: RNNParameters) throws -> Vector {
  let fromInput = parameters.U.column(token)
  let fromState = parameters.V * hidden
  let activated = try tanh(fromInput + fromState)
  return activated + parameters.bHidden
}
