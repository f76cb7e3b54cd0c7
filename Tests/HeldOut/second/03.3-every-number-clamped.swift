// exercise: 03.3
// is: wrong
// cause: Every number is clamped to −c … c on its own instead of scaling all by one factor.
// named: each (number|element)|every (number|element)|clamp|element by element
// swift-format-ignore-file

func clip<P: ParameterSet>(_ gradients: P, maximumNorm: Double) throws -> P {
  var out = gradients
  out.tensors = gradients.tensors.map { tensor in
    tensor.map { max(-maximumNorm, min(maximumNorm, $0)) }
  }
  return out
}
