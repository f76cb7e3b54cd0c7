// exercise: 03.2
// is: wrong
// cause: The numerical gradient is a one-sided difference, (L(p + s) − L(p))/s, not a central one.
// named: one-?sided|forward difference|not central|only (up|above|upward|in one direction|forward)|L\(p ?\+ ?s\) ?[−-] ?L\(p\)|one side|central difference
// swift-format-ignore-file

func numericalGradient<P: ParameterSet>(
  of loss: (P) throws -> Double, at parameters: P, step: Double
) throws -> P {
  let base = try loss(parameters)
  var grad = parameters.zeros
  for k in parameters.tensors.indices {
    let shape = parameters.tensors[k]
    for r in 0..<shape.rows {
      for c in 0..<shape.columns {
        var moved = parameters
        moved.tensors[k][r, c] += step
        grad.tensors[k][r, c] = (try loss(moved) - base) / step
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
      let scale = max(abs(a[i]), abs(n[i]))
      if scale == 0 { continue }
      worst = max(worst, abs(a[i] - n[i]) / scale)
    }
  }
  return worst
}
