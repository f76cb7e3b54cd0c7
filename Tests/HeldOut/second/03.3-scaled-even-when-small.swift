// exercise: 03.3
// is: wrong
// cause: The gradient is always scaled to the limit, also where its norm is below it: the min with 1 is missing.
// named: always|even (when|where)|also (when|where)|up to|min\(1|without the min|below|not only|enlarge|scaled up
// swift-format-ignore-file

func clip<P: ParameterSet>(_ gradients: P, maximumNorm: Double) throws -> P {
  var sumSquares = 0.0
  for tensor in gradients.tensors {
    for x in tensor.elements {
      sumSquares += x * x
    }
  }
  let norm = sqrt(sumSquares)
  var clipped = gradients
  clipped.tensors = gradients.tensors.map { $0 * (maximumNorm / (norm + 1e-6)) }
  return clipped
}
