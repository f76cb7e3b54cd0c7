// exercise: 03.3
// is: wrong
// cause: The total norm is the plain sum of the tensors' norms instead of the root of the sum of their squares.
// named: norm
// named: sum of (the )?(\w+'? )?(tensors'? )?norms|norms? .*(added|summed)|adds? .*norms|plain|root of the sum
// swift-format-ignore-file

private func norm(_ m: Matrix) -> Double { m.sumOfSquares.squareRoot() }

func clip<P: ParameterSet>(_ gradients: P, maximumNorm: Double) throws -> P {
  var total = 0.0
  for g in gradients.tensors {
    total += norm(g)
  }
  let factor = min(1, maximumNorm / (total + 1e-6))
  var result = gradients
  for k in result.tensors.indices { result.tensors[k] *= factor }
  return result
}
