// exercise: 03.3
// is: right
// cause: right, written another way.
// swift-format-ignore-file

func clip<P: ParameterSet>(_ gradients: P, maximumNorm: Double) throws -> P {
  let length = gradients.tensors.lazy.flatMap(\.elements).reduce(0.0) { hypot($0, $1) } + 1e-6
  guard length > maximumNorm else { return gradients }
  var shorter = gradients
  shorter.tensors = shorter.tensors.map { m in m.map { $0 * maximumNorm / length } }
  return shorter
}
