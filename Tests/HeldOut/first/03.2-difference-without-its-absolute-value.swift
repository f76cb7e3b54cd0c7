// exercise: 03.2
// is: wrong
// cause: The relative error takes the difference a − n with its sign, so pairs whose analytic number is the smaller one are lost.
// named: relative ?error|difference|a ?[−-] ?n|error
// named: sign\b|signed|absolute|\|a ?[−-] ?n\||negative|abs\b
// swift-format-ignore-file

func numericalGradient<P: ParameterSet>(
  of loss: (P) throws -> Double, at parameters: P, step: Double
) throws -> P {
  func slope(_ k: Int, _ i: Int, _ j: Int) throws -> Double {
    var (plus, minus) = (parameters, parameters)
    plus.tensors[k][i, j] += step
    minus.tensors[k][i, j] -= step
    return (try loss(plus) - loss(minus)) / (2 * step)
  }
  var result = parameters
  result.tensors = try parameters.tensors.enumerated().map { k, m in
    Matrix(
      m.rows, m.columns,
      try (0..<m.rows * m.columns).map { try slope(k, $0 / m.columns, $0 % m.columns) })
  }
  return result
}

func relativeError<P: ParameterSet>(_ analytic: P, _ numerical: P) throws -> Double {
  var largest = 0.0
  for (A, N) in zip(analytic.tensors, numerical.tensors) {
    for (a, n) in zip(A.elements, N.elements) {
      if a.isNaN || n.isNaN { return .nan }
      if a == 0 && n == 0 { continue }
      let e = (a - n) / max(abs(a), abs(n))
      if e > largest { largest = e }
    }
  }
  return largest
}
