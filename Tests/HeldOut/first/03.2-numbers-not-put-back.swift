// exercise: 03.2
// is: wrong
// cause: A number is not put back after it has been moved, so the later numbers are measured at a point that has shifted.
// named: not (put|set|moved|brought|given|taken) back|restor|original|reset|left (moved|shifted|below|where)|stays? (moved|shifted|where|below)|remain|still moved|undone
// swift-format-ignore-file

func numericalGradient<P: ParameterSet>(
  of loss: (P) throws -> Double, at parameters: P, step: Double
) throws -> P {
  var p = parameters   // one working copy
  var result = parameters.zeros
  for k in 0..<p.tensors.count {
    for i in 0..<p.tensors[k].rows {
      for j in 0..<p.tensors[k].columns {
        p.tensors[k][i, j] += step
        let up = try loss(p)
        p.tensors[k][i, j] -= 2 * step
        let down = try loss(p)
        result.tensors[k][i, j] = (up - down) / (2 * step)
      }
    }
  }
  return result
}

func relativeError<P: ParameterSet>(_ analytic: P, _ numerical: P) throws -> Double {
  let a = analytic.tensors.flatMap(\.elements)
  let n = numerical.tensors.flatMap(\.elements)
  let errors = zip(a, n).map { x, y in
    x == 0 && y == 0 ? 0 : abs(x - y) / max(abs(x), abs(y))
  }
  if errors.contains(where: \.isNaN) { return Double.nan }
  return errors.max() ?? 0
}
