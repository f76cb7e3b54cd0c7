// exercise: 03.2
// is: wrong
// cause: The worst error is kept by max(worst, error), whose comparison is false for a NaN, so that a NaN in a gradient goes unnoticed.
// named: NaN
// named: relative error|hid|comparison|ignored|unnoticed|pass|swallow|lost|skipped|not reported
// swift-format-ignore-file

func numericalGradient<P: ParameterSet>(
  of loss: (P) throws -> Double, at parameters: P, step: Double
) throws -> P {
  func slope(_ k: Int, _ i: Int, _ j: Int) throws -> Double {
    var plus = parameters
    var minus = parameters
    plus.tensors[k][i, j] += step
    minus.tensors[k][i, j] -= step
    return (try loss(plus) - loss(minus)) / (2 * step)
  }
  var result = parameters.zeros
  result.tensors = try parameters.tensors.enumerated().map { k, tensor in
    Matrix(
      tensor.rows, tensor.columns,
      try (0..<tensor.rows * tensor.columns).map {
        try slope(k, $0 / tensor.columns, $0 % tensor.columns)
      })
  }
  return result
}

func relativeError<P: ParameterSet>(_ analytic: P, _ numerical: P) throws -> Double {
  let a = analytic.tensors.flatMap { $0.elements }
  let n = numerical.tensors.flatMap { $0.elements }
  var worst = 0.0
  for k in a.indices {
    let size = max(abs(a[k]), abs(n[k]))
    if size == 0 { continue }
    worst = max(worst, abs(a[k] - n[k]) / size)
  }
  return worst
}
