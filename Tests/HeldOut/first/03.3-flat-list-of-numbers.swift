// exercise: 03.3
// is: right
// cause: The norm from one flat list; the factor by an if.
// swift-format-ignore-file

func clip<P: ParameterSet>(_ gradients: P, maximumNorm: Double) throws -> P {
  let all = Vector(gradients.tensors.flatMap { $0.elements })
  let factor = maximumNorm / (all.norm + 1e-6)
  if factor >= 1 { return gradients }
  var g = gradients
  for k in 0..<g.tensors.count { g.tensors[k] *= factor }
  return g
}
