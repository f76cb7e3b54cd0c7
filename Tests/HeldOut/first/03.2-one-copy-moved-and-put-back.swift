// exercise: 03.2
// is: right
// cause: Moves one number of one copy and writes the original value back; the error by its own loop.
// swift-format-ignore-file

func numericalGradient<P: ParameterSet>(
  of loss: (P) throws -> Double, at parameters: P, step: Double
) throws -> P {
  var probe = parameters
  var result = parameters.zeros
  let shapes = parameters.tensors
  for k in 0..<shapes.count {
    for i in 0..<shapes[k].rows {
      for j in 0..<shapes[k].columns {
        let saved = probe.tensors[k][i, j]
        probe.tensors[k][i, j] = saved + step
        let plus = try loss(probe)
        probe.tensors[k][i, j] = saved - step
        let minus = try loss(probe)
        probe.tensors[k][i, j] = saved
        result.tensors[k][i, j] = (plus - minus) / (2 * step)
      }
    }
  }
  return result
}

func relativeError<P: ParameterSet>(_ analytic: P, _ numerical: P) throws -> Double {
  let a = analytic.tensors.flatMap(\.elements)
  let n = numerical.tensors.flatMap(\.elements)
  let errors = zip(a, n).map { x, y -> Double in
    let size = max(abs(x), abs(y))
    return size == 0 && !x.isNaN && !y.isNaN ? 0 : abs(x - y) / size
  }
  if errors.contains(where: \.isNaN) { return .nan }
  return errors.max() ?? 0
}
