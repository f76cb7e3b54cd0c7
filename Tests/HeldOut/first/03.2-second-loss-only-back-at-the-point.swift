// exercise: 03.2
// is: wrong
// cause: After the step up the number is only moved back by one step, so the lower loss is taken at p instead of p − s and the gradient is half.
// named: half|forward difference|one[- ]sided|at (p|the point|the parameters) itself|L\(p\)|unmoved|(not|never) moved down|moved (down )?only|only (moved )?(up|back)|moved back|only one (side|direction|step)
// swift-format-ignore-file

func numericalGradient<P: ParameterSet>(
  of loss: (P) throws -> Double, at parameters: P, step: Double
) throws -> P {
  var p = parameters
  var grad = parameters.zeros
  for k in 0..<p.tensors.count {
    let (rows, columns) = (p.tensors[k].rows, p.tensors[k].columns)
    for i in 0..<rows {
      for j in 0..<columns {
        p.tensors[k][i, j] += step
        let plus = try loss(p)
        p.tensors[k][i, j] -= step
        let minus = try loss(p)
        grad.tensors[k][i, j] = (plus - minus) / (2 * step)
      }
    }
  }
  return grad
}

func relativeError<P: ParameterSet>(_ analytic: P, _ numerical: P) throws -> Double {
  var worst = 0.0
  for k in analytic.tensors.indices {
    let a = analytic.tensors[k].elements
    let n = numerical.tensors[k].elements
    for i in a.indices {
      if a[i].isNaN || n[i].isNaN { return .nan }
      if a[i] == n[i] { continue }
      worst = max(worst, abs(a[i] - n[i]) / max(abs(a[i]), abs(n[i])))
    }
  }
  return worst
}
