// exercise: 03.3
// is: wrong
// cause: The norm is the sum of the squares; the square root is missing.
// named: root|squared|sum of squares|‖g‖²
// swift-format-ignore-file

func clip<P: ParameterSet>(_ gradients: P, maximumNorm: Double) throws -> P {
  let norm = gradients.tensors.reduce(0.0) { $0 + $1.sumOfSquares }
  let factor = min(1.0, maximumNorm / (norm + 1e-6))
  var clipped = gradients
  clipped.tensors = clipped.tensors.map { factor * $0 }
  return clipped
}
