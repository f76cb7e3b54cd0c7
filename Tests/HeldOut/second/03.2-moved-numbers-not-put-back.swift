// exercise: 03.2
// is: wrong
// cause: A moved number is not put back, so that the later derivatives are taken with the earlier numbers one step lower.
// named: restor|put back|reset|undone|undo|not (put|set|moved|brought) back|stay|moved|original|left (moved|shifted|changed|where)|accumul|shift|earlier
// named: number|parameter|entr|element|perturb|weight|point
// swift-format-ignore-file

func numericalGradient<P: ParameterSet>(
  of loss: (P) throws -> Double, at parameters: P, step: Double
) throws -> P {
  var grad = parameters.zeros
  var theta = parameters
  for k in 0..<theta.tensors.count {
    for i in 0..<theta.tensors[k].rows {
      for j in 0..<theta.tensors[k].columns {
        theta.tensors[k][i, j] += step
        let plus = try loss(theta)
        theta.tensors[k][i, j] -= 2 * step
        let minus = try loss(theta)
        grad.tensors[k][i, j] = (plus - minus) / (2 * step)
      }
    }
  }
  return grad
}

func relativeError<P: ParameterSet>(_ analytic: P, _ numerical: P) throws -> Double {
  var worst = 0.0
  for k in 0..<analytic.tensors.count {
    let a = analytic.tensors[k].elements
    let n = numerical.tensors[k].elements
    for i in 0..<a.count {
      if a[i].isNaN || n[i].isNaN { return .nan }
      if a[i] == n[i] { continue }
      let e = abs(a[i] - n[i]) / max(abs(a[i]), abs(n[i]))
      if e.isNaN { return .nan }
      worst = max(worst, e)
    }
  }
  return worst
}
