// exercise: 03.2
// is: wrong
// cause: After a number has been moved up and down it is not put back, so that it stays one step too low while all later numbers are moved.
// named: number|element|parameter|value|original
// named: restor|put back|put .* back|stay|moved back|reset|original values|left (moved|shifted|below)|not returned
// swift-format-ignore-file

func numericalGradient<P: ParameterSet>(
  of loss: (P) throws -> Double, at parameters: P, step: Double
) throws -> P {
  var p = parameters
  var gradient = parameters.zeros
  for k in p.tensors.indices {
    let (rows, columns) = (p.tensors[k].rows, p.tensors[k].columns)
    for i in 0..<rows {
      for j in 0..<columns {
        p.tensors[k][i, j] += step
        let up = try loss(p)
        p.tensors[k][i, j] -= 2 * step
        let down = try loss(p)
        gradient.tensors[k][i, j] = (up - down) / (2 * step)
      }
    }
  }
  return gradient
}

func relativeError<P: ParameterSet>(_ analytic: P, _ numerical: P) throws -> Double {
  var worst = 0.0
  for (x, y) in zip(analytic.tensors, numerical.tensors) {
    for (a, n) in zip(x.elements, y.elements) {
      if a == n { continue }
      let error = abs(a - n) / max(abs(a), abs(n))
      if error.isNaN { return .nan }
      worst = max(worst, error)
    }
  }
  return worst
}
