// exercise: 03.3
// is: right
// cause: right, written another way.
// swift-format-ignore-file

func clip<P: ParameterSet>(_ gradients: P, maximumNorm: Double) throws -> P {
  // As the lesson says: one long vector.
  let long = Vector(gradients.tensors.flatMap(\.elements))
  // hypot folds the numbers into a norm without ever squaring a large one.
  let length = long.reduce(0.0) { hypot($0, $1) } + 1e-6
  if length <= maximumNorm { return gradients }
  var result = gradients
  for (k, m) in gradients.tensors.enumerated() {
    result.tensors[k] = m.map { $0 / length * maximumNorm }
  }
  return result
}
