// exercise: 03.2
// is: wrong
// cause: The relative error is divided by |a| + |n| instead of by the larger of the two.
// named: relative error|relativeError|denominator|divided
// named: sum|\|a\| ?\+ ?\|n\||both|instead of (by )?the (larger|maximum|max)|added
// swift-format-ignore-file

func numericalGradient<P: ParameterSet>(
  of loss: (P) throws -> Double, at parameters: P, step: Double
) throws -> P {
  func lossWith(_ k: Int, _ i: Int, _ j: Int, _ shift: Double) throws -> Double {
    var moved = parameters
    moved.tensors[k][i, j] += shift
    return try loss(moved)
  }
  var out = parameters
  out.tensors = try parameters.tensors.enumerated().map { k, tensor in
    var m = tensor
    for i in 0..<m.rows {
      for j in 0..<m.columns {
        m[i, j] = (try lossWith(k, i, j, step) - lossWith(k, i, j, -step)) / (2 * step)
      }
    }
    return m
  }
  return out
}

func relativeError<P: ParameterSet>(_ analytic: P, _ numerical: P) throws -> Double {
  let a = analytic.tensors.flatMap(\.elements)
  let n = numerical.tensors.flatMap(\.elements)
  let errors = zip(a, n).map { x, y -> Double in
    if x == 0 && y == 0 { return 0 }
    return abs(x - y) / (abs(x) + abs(y))
  }
  if errors.contains(where: \.isNaN) { return .nan }
  return errors.max() ?? 0
}
