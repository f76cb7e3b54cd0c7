// exercise: 03.2
// is: wrong
// cause: The relative error is formed from the norms of the whole gradients, ‖a − n‖ / max(‖a‖, ‖n‖), instead of as the largest over single pairs.
// named: relative error|error|pair|gradients?
// named: norm|whole|single|each pair|worst|largest|all numbers together|average|per (number|pair|element)|overall
// swift-format-ignore-file

private func l2(_ x: [Double]) -> Double { x.reduce(0) { $0 + $1 * $1 }.squareRoot() }

func numericalGradient<P: ParameterSet>(
  of loss: (P) throws -> Double, at parameters: P, step: Double
) throws -> P {
  var gradient = parameters.zeros
  var theta = parameters
  for k in 0..<parameters.tensors.count {
    let (rows, columns) = (parameters.tensors[k].rows, parameters.tensors[k].columns)
    for i in 0..<rows {
      for j in 0..<columns {
        let saved = parameters.tensors[k][i, j]
        theta.tensors[k][i, j] = saved + step
        let plus = try loss(theta)
        theta.tensors[k][i, j] = saved - step
        let minus = try loss(theta)
        theta.tensors[k][i, j] = saved
        gradient.tensors[k][i, j] = (plus - minus) / (2 * step)
      }
    }
  }
  return gradient
}

func relativeError<P: ParameterSet>(_ analytic: P, _ numerical: P) throws -> Double {
  let a = analytic.tensors.flatMap(\.elements)
  let n = numerical.tensors.flatMap(\.elements)
  let difference = zip(a, n).map { $0 - $1 }
  if difference.contains(where: \.isNaN) { return .nan }
  let numerator = l2(difference)
  if numerator == 0 { return 0 }
  return numerator / max(l2(a), l2(n))
}
