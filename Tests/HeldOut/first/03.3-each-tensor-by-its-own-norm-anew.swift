// exercise: 03.3
// is: wrong
// cause: Each tensor is clipped by its own norm instead of all of them by the norm over all together.
// named: each (tensor|matrix|parameter|gradient|one)|own norm|by itself|separate|per[- ](tensor|matrix|parameter)|tensor by tensor|one by one|individual|for itself|every tensor
// swift-format-ignore-file

func clip<P: ParameterSet>(_ gradients: P, maximumNorm: Double) throws -> P {
  var out = gradients
  for k in out.tensors.indices {
    let g = out.tensors[k]
    let norm = g.sumOfSquares.squareRoot()
    let coef = maximumNorm / (norm + 1e-6)
    if coef < 1 {
      out.tensors[k] = coef * g
    }
  }
  return out
}
