// exercise: 03.3
// is: wrong
// cause: The norm is the root of the mean of the squares (RMS) instead of the root of their sum.
// named: mean|average|RMS|divided by the (number|count)|per (number|element)|number of (numbers|elements|parameters)
// named: norm|square|limit|clip
// swift-format-ignore-file

func clip<P: ParameterSet>(_ gradients: P, maximumNorm: Double) throws -> P {
  let flat = Vector(gradients.tensors.flatMap(\.elements))
  let meanSquare = (flat * flat).sum / Double(flat.count)
  let norm = meanSquare.squareRoot()
  let scale = min(1.0, maximumNorm / (norm + 1e-6))
  var clipped = gradients
  clipped.tensors = gradients.tensors.map { $0 * scale }
  return clipped
}
