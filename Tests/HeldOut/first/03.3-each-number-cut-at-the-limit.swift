// exercise: 03.3
// is: wrong
// cause: Each single number is cut off at ±c (clipping by value) instead of scaling all by one factor from the norm.
// named: by value|each (single )?(number|element|entry)|every (single )?(number|element|entry)|element-?wise|element by element|numbers? (is|are) (cut|clipped|clamped|limited)|clamp|by itself
// swift-format-ignore-file

func clip<P: ParameterSet>(_ gradients: P, maximumNorm: Double) throws -> P {
  var clipped = gradients
  clipped.tensors = gradients.tensors.map { tensor in
    tensor.map { min(max($0, -maximumNorm), maximumNorm) }
  }
  return clipped
}
