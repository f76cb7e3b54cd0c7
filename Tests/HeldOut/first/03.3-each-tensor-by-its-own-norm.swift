// exercise: 03.3
// is: wrong
// cause: Every tensor is clipped by its own norm instead of all by the one norm over all of them.
// named: own norm|per tensor|each tensor
// swift-format-ignore-file

func clip<P: ParameterSet>(_ gradients: P, maximumNorm: Double) throws -> P {
  var result = gradients
  for k in result.tensors.indices {
    let norm = sqrt(result.tensors[k].sumOfSquares)
    let scale = maximumNorm / (norm + 1e-6)
    if scale < 1 {
      result.tensors[k] = result.tensors[k] * scale
    }
  }
  return result
}
