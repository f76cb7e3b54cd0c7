// exercise: 03.3
// is: right
// cause: The norm by hypot, from number to number.
// swift-format-ignore-file

func clip<P: ParameterSet>(_ gradients: P, maximumNorm: Double) throws -> P {
  var result = gradients
  let norm = gradients.tensors.flatMap(\.elements).reduce(0) { hypot($0, $1) }
  let limit = maximumNorm / (norm + 1e-6)
  if limit < 1 { result.tensors = result.tensors.map { m in m.map { $0 * limit } } }
  return result
}
