// exercise: 03.3
// is: wrong
// cause: The global norm is the sum of the tensors' norms instead of the root of the sum of all squares.
// named: norm
// named: sum of (the |all )?(tensors'? ?|single |separate |individual |their )?norms|norms? (are|is)? ?(added|summed)|add(s|ed|ing)? (up )?(the )?(tensors'? )?norms|norms of (the|all|each|single|every) tensors?|root of each|each tensor's (own )?norm|before (adding|summing|the sum)
// swift-format-ignore-file

func clip<P: ParameterSet>(_ gradients: P, maximumNorm: Double) throws -> P {
  var totalNorm = 0.0
  for g in gradients.tensors {
    totalNorm += g.sumOfSquares.squareRoot()
  }
  let clipCoefficient = min(1, maximumNorm / (totalNorm + 1e-6))
  var result = gradients
  for k in result.tensors.indices {
    result.tensors[k] *= clipCoefficient
  }
  return result
}
