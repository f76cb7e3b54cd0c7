// exercise: 03.2
// is: right
// swift-format-ignore-file

func numericalGradient<P: ParameterSet>(
  of loss: (P) throws -> Double, at parameters: P, step: Double
) throws -> P {
  var point = parameters
  var columns: [[Double]] = []
  for k in parameters.tensors.indices {
    let shape = parameters.tensors[k]
    var slopes: [Double] = []
    for place in 0..<shape.rows * shape.columns {
      let (i, j) = place.quotientAndRemainder(dividingBy: shape.columns)
      let original = shape[i, j]
      point.tensors[k][i, j] = original - step
      let low = try loss(point)
      point.tensors[k][i, j] = original + step
      let high = try loss(point)
      point.tensors[k][i, j] = original
      slopes.append((high - low) / step / 2)
    }
    columns.append(slopes)
  }
  var gradient = parameters
  gradient.tensors = zip(parameters.tensors, columns).map { Matrix($0.rows, $0.columns, $1) }
  return gradient
}

func relativeError<P: ParameterSet>(_ analytic: P, _ numerical: P) throws -> Double {
  let pairs = zip(
    analytic.tensors.flatMap(\.elements), numerical.tensors.flatMap(\.elements))
  let errors = pairs.map { a, n -> Double in
    if a == 0 && n == 0 { return 0 }
    return (a - n).magnitude / max(a.magnitude, n.magnitude)
  }
  if errors.contains(where: \.isNaN) { return .nan }
  return errors.max() ?? 0
}
