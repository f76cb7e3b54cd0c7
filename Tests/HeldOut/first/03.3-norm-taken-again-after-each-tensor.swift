// exercise: 03.3
// is: wrong
// cause: The norm is computed again after each tensor has been scaled, so that every tensor gets another factor.
// named: norm|factor
// named: again|recomput|already|one after|another factor|different factor|partly|in turn|updated|changing
// swift-format-ignore-file

func clip<P: ParameterSet>(_ gradients: P, maximumNorm: Double) throws -> P {
  func globalNorm(_ p: P) -> Double {
    p.tensors.map(\.sumOfSquares).reduce(0, +).squareRoot()
  }
  var g = gradients
  for k in 0..<g.tensors.count {
    let coefficient = maximumNorm / (globalNorm(g) + 1e-6)
    if coefficient < 1 {
      g.tensors[k] = coefficient * g.tensors[k]
    }
  }
  return g
}
