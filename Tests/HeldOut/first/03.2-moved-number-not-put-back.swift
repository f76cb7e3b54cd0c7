// exercise: 03.2
// is: wrong
// cause: A moved number is left at p - s when the next one is moved.
// named: restor|put back|(back|set) to (its|their|the) (original|old|own|first)|original|(left|stays?|remains?) (moved|shifted|at|behind|where|down|lower)|reset|still (moved|shifted)|not undone|never (moved|put|set|brought) back|not (moved|put|set|brought) back
// named: number|parameter|value|p ?[-−–] ?s|step|others|point
// swift-format-ignore-file

func numericalGradient<P: ParameterSet>(
  of loss: (P) throws -> Double, at parameters: P, step: Double
) throws -> P {
  var theta = parameters
  var result = parameters.zeros
  for k in parameters.tensors.indices {
    let (rows, columns) = (parameters.tensors[k].rows, parameters.tensors[k].columns)
    for r in 0..<rows {
      for c in 0..<columns {
        theta.tensors[k][r, c] += step
        let plus = try loss(theta)
        theta.tensors[k][r, c] -= 2 * step
        let minus = try loss(theta)
        result.tensors[k][r, c] = (plus - minus) / (2 * step)
      }
    }
  }
  return result
}

func relativeError<P: ParameterSet>(_ analytic: P, _ numerical: P) throws -> Double {
  var worst = 0.0
  for (a, n) in zip(analytic.tensors, numerical.tensors) {
    for (x, y) in zip(a.elements, n.elements) {
      if x.isNaN || y.isNaN { return .nan }
      let scale = max(abs(x), abs(y))
      if scale > 0 { worst = max(worst, abs(x - y) / scale) }
    }
  }
  return worst
}
