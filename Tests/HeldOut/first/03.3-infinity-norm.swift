// exercise: 03.3
// is: wrong
// cause: Takes the largest absolute value for the norm, not the Euclidean norm.
// named: largest|maximum (norm|absolute|element)|infinity|greatest
// swift-format-ignore-file

func clip<P: ParameterSet>(_ gradients: P, maximumNorm: Double) throws -> P {
  var norm = 0.0
  for m in gradients.tensors {
    for g in m.elements { norm = max(norm, abs(g)) }
  }
  var out = gradients
  let s = min(1.0, maximumNorm / (norm + 1e-6))
  for k in out.tensors.indices { out.tensors[k] = out.tensors[k] * s }
  return out
}
