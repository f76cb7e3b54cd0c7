// exercise: 03.3
// is: wrong
// cause: A gradient whose norm is exactly the limit comes back as it is, where c/(‖g‖ + 1e-6) is already below 1.
// named: norm|limit|threshold
// named: exactly|equal to|at the limit|just (below|under|within)|near the limit|boundary|edge|1e-6|10⁻⁶|small number|epsilon
// swift-format-ignore-file

func clip<P: ParameterSet>(_ gradients: P, maximumNorm: Double) throws -> P {
  let norm = gradients.tensors.reduce(0) { $0 + $1.sumOfSquares }.squareRoot()
  if norm <= maximumNorm { return gradients }
  let scale = maximumNorm / (norm + 1e-6)
  var clipped = gradients
  for k in clipped.tensors.indices { clipped.tensors[k] *= scale }
  return clipped
}
