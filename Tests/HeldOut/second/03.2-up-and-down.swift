// exercise: 03.2
// is: wrong
// cause: After moving the number up by the step it is moved down by only one step, back to the original: (L(p + s) − L(p)) / 2s, half of the derivative.
// named: half|original|not moved|unmoved|L\(p\)|L\(θ\)|forward difference|one[- ]sided|one side|only up|never (moved )?(down|below)|lower|below
// swift-format-ignore-file

func numericalGradient<P: ParameterSet>(
  of loss: (P) throws -> Double, at parameters: P, step: Double
) throws -> P {
  var p = parameters
  var grad = parameters.zeros
  for k in 0..<p.tensors.count {
    let (rows, cols) = (p.tensors[k].rows, p.tensors[k].columns)
    for r in 0..<rows {
      for c in 0..<cols {
        let old = p.tensors[k][r, c]
        p.tensors[k][r, c] += step
        let lossPlus = try loss(p)
        p.tensors[k][r, c] -= step
        let lossMinus = try loss(p)
        p.tensors[k][r, c] = old
        grad.tensors[k][r, c] = (lossPlus - lossMinus) / (2 * step)
      }
    }
  }
  return grad
}

func relativeError<P: ParameterSet>(_ analytic: P, _ numerical: P) throws -> Double {
  var worst = 0.0
  for (A, N) in zip(analytic.tensors, numerical.tensors) {
    for (a, n) in zip(A.elements, N.elements) {
      if a.isNaN || n.isNaN { return .nan }
      let scale = max(abs(a), abs(n))
      if scale == 0 { continue }
      let e = abs(a - n) / scale
      if e.isNaN { return .nan }
      if e > worst { worst = e }
    }
  }
  return worst
}
