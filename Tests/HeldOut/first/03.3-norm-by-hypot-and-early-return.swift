// exercise: 03.3
// is: right
// swift-format-ignore-file

func clip<P: ParameterSet>(_ gradients: P, maximumNorm: Double) throws -> P {
  var norm = 0.0
  for tensor in gradients.tensors {
    for g in tensor.elements { norm = hypot(norm, g) }
  }
  if norm + 1e-6 <= maximumNorm { return gradients }
  var result = gradients
  let shrink = (norm + 1e-6) / maximumNorm
  result.tensors = gradients.tensors.map { tensor in tensor.map { $0 / shrink } }
  return result
}
