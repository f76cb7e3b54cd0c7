// exercise: 03.3
// is: wrong
// cause: The global norm is measured anew after each tensor has been scaled in place, so later tensors get a larger factor than the first.
// named: norm|factor
// named: anew|again|re-?comput|re-?measur|already (scaled|clipped)|in place|afresh|after (each|every|the|earlier|a) (tensor|scal|clip|one)|later tensors|half-?scaled|different factor|changes (on the way|as|while|from)|not one (common )?factor|while
// swift-format-ignore-file

func clip<P: ParameterSet>(_ gradients: P, maximumNorm: Double) throws -> P {
  var g = gradients
  func globalNorm() -> Double {
    g.tensors.map(\.sumOfSquares).reduce(0, +).squareRoot()
  }
  for k in g.tensors.indices {
    let factor = min(1, maximumNorm / (globalNorm() + 1e-6))
    g.tensors[k] = factor * g.tensors[k]
  }
  return g
}
