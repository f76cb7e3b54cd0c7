// exercise: 03.2
// is: right
// cause: One flat list of positions; the quotient of each side apart.
// swift-format-ignore-file

func numericalGradient<P: ParameterSet>(
  of loss: (P) throws -> Double, at parameters: P, step: Double
) throws -> P {
  let original = parameters.tensors
  var result = parameters.zeros
  let places = original.indices.flatMap { k in
    (0..<original[k].rows * original[k].columns).map { (k, $0 / original[k].columns, $0 % original[k].columns) }
  }
  for (k, i, j) in places {
    func at(_ s: Double) throws -> Double {
      var moved = parameters
      moved.tensors[k][i, j] = original[k][i, j] + s
      return try loss(moved)
    }
    let up = try at(step), down = try at(-step)
    result.tensors[k][i, j] = 0.5 * (up - down) / step
  }
  return result
}

func relativeError<P: ParameterSet>(_ analytic: P, _ numerical: P) throws -> Double {
  let a = analytic.tensors.flatMap(\.elements), n = numerical.tensors.flatMap(\.elements)
  if (a + n).contains(where: \.isNaN) { return Double.nan }
  return zip(a, n).map { x, y in x == 0 && y == 0 ? 0 : abs(x - y) / max(abs(x), abs(y)) }.max() ?? 0
}
