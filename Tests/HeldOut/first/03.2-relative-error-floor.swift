// exercise: 03.2
// is: wrong
// cause: The denominator of the relative error has a floor of 1e-8, which hides errors of tiny numbers.
// named: floor|1e-|10⁻|small|tiny|denominator|epsilon
// swift-format-ignore-file

func numericalGradient<P: ParameterSet>(
  of loss: (P) throws -> Double, at parameters: P, step: Double
) throws -> P {
  var p = parameters
  var grads = parameters.tensors
  for k in 0..<grads.count {
    for r in 0..<grads[k].rows {
      for c in 0..<grads[k].columns {
        let old = p.tensors[k][r, c]
        p.tensors[k][r, c] = old + step
        let plus = try loss(p)
        p.tensors[k][r, c] = old - step
        let minus = try loss(p)
        p.tensors[k][r, c] = old
        grads[k][r, c] = (plus - minus) / (2 * step)
      }
    }
  }
  p.tensors = grads
  return p
}

func relativeError<P: ParameterSet>(_ analytic: P, _ numerical: P) throws -> Double {
  var worst = 0.0
  for (A, N) in zip(analytic.tensors, numerical.tensors) {
    for (a, n) in zip(A.elements, N.elements) {
      let e = abs(a - n) / max(1e-8, abs(a), abs(n))
      if e.isNaN || a.isNaN || n.isNaN { return .nan }
      worst = max(worst, e)
    }
  }
  return worst
}
