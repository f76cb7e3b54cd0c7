// exercise: 03.3
// is: wrong
// cause: The global norm is taken as the sum of the tensors' norms instead of the root of the sum of all squares.
// named: norm
// named: sum of (the |each |all |every )?(tensors?['’]?s?['’]? |single |separate |their )?norms|norms (are |of the tensors |of each tensor |of all tensors )?(added|summed)|add(s|ed|ing)? (up )?(the )?norms|sums? (up )?(the )?(tensors['’] )?norms|sum of (the )?roots|roots? (of each|per tensor|are added|summed)|root .*each tensor|norm of (each|every) tensor.*(sum|add)
// swift-format-ignore-file

func clip<P: ParameterSet>(_ gradients: P, maximumNorm: Double) throws -> P {
  func frobenius(_ m: Matrix) -> Double { m.sumOfSquares.squareRoot() }
  var total = 0.0
  for tensor in gradients.tensors { total += frobenius(tensor) }
  let scale = min(1.0, maximumNorm / (total + 1e-6))
  var out = gradients
  for k in out.tensors.indices { out.tensors[k] *= scale }
  return out
}
