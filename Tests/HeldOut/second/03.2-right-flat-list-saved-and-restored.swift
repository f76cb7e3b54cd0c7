// exercise: 03.2
// is: right
// cause: right, written another way.
// swift-format-ignore-file

func numericalGradient<P: ParameterSet>(
  of loss: (P) throws -> Double, at parameters: P, step s: Double
) throws -> P {
  var p = parameters
  var slopes = parameters.zeros
  for k in parameters.tensors.indices {
    let columns = parameters.tensors[k].columns
    var found: [Double] = []
    for (flat, saved) in parameters.tensors[k].elements.enumerated() {
      let (i, j) = flat.quotientAndRemainder(dividingBy: columns)
      p.tensors[k][i, j] = saved - s
      let low = try loss(p)
      p.tensors[k][i, j] = saved + s
      let high = try loss(p)
      p.tensors[k][i, j] = saved
      found.append(0.5 * (high - low) / s)
    }
    slopes.tensors[k] = Matrix(parameters.tensors[k].rows, columns, found)
  }
  return slopes
}

func relativeError<P: ParameterSet>(_ analytic: P, _ numerical: P) throws -> Double {
  func numbers(_ p: P) -> [Double] { p.tensors.flatMap { $0.elements } }
  return zip(numbers(analytic), numbers(numerical)).reduce(0.0) { worst, pair in
    if worst.isNaN || pair.0 == pair.1 { return worst }
    let scale = pair.0.magnitude < pair.1.magnitude ? pair.1.magnitude : pair.0.magnitude
    let e = (pair.1 - pair.0).magnitude / scale
    return e <= worst ? worst : e
  }
}
