// exercise: 03.3
// is: wrong
// cause: The gradient is first divided by its norm and then stretched to the new length, so that a zero gradient becomes NaN.
// named: zero (gradient|norm)|norm (of|is) (zero|0)|gradient (of|is) zero|all zeros
// named: NaN|divi|0/0|not a number
// swift-format-ignore-file

func clip<P: ParameterSet>(_ gradients: P, maximumNorm: Double) throws -> P {
  var squares = 0.0
  for tensor in gradients.tensors {
    for g in tensor.elements { squares += g * g }
  }
  let norm = squares.squareRoot()
  let newNorm = min(norm, maximumNorm * norm / (norm + 1e-6))
  var result = gradients
  // Keep the direction, change the length.
  result.tensors = gradients.tensors.map { tensor in
    let direction = tensor.map { $0 / norm }
    return newNorm * direction
  }
  return result
}
