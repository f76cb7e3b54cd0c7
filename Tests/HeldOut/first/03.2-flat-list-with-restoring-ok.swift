// exercise: 03.2
// is: right
// cause: right, written another way.
// swift-format-ignore-file

func numericalGradient<P: ParameterSet>(
  of loss: (P) throws -> Double, at parameters: P, step: Double
) throws -> P {
  let shapes = parameters.tensors.map { ($0.rows, $0.columns) }
  var flat = parameters.tensors.flatMap(\.elements)

  func unflatten(_ numbers: [Double]) -> P {
    var rest = numbers[...]
    var p = parameters
    p.tensors = shapes.map { rows, columns in
      let part = Array(rest.prefix(rows * columns))
      rest = rest.dropFirst(rows * columns)
      return Matrix(rows, columns, part)
    }
    return p
  }

  var slopes: [Double] = []
  for i in flat.indices {
    let saved = flat[i]
    var values: [Double] = []
    for sign in [-1.0, 1.0] {
      flat[i] = saved + sign * step
      values.append(try loss(unflatten(flat)))
    }
    flat[i] = saved
    slopes.append((values[1] - values[0]) / (step + step))
  }
  return unflatten(slopes)
}

func relativeError<P: ParameterSet>(_ analytic: P, _ numerical: P) throws -> Double {
  let a = analytic.tensors.flatMap(\.elements), n = numerical.tensors.flatMap(\.elements)
  guard !(a + n).contains(where: \.isNaN) else { return .nan }
  return zip(a, n).reduce(0) { worst, pair in
    let size = max(abs(pair.0), abs(pair.1))
    return size > 0 ? max(worst, abs(pair.0 - pair.1) / size) : worst
  }
}
