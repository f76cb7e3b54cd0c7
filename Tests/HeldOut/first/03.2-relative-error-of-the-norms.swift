// exercise: 03.2
// is: wrong
// cause: The relative error is one quotient of norms over the whole gradient, not the largest over the pairs of numbers.
// named: norm|Euclid|whole (gradient|tensor)|all (the )?numbers (together|at once)|as a whole|of the whole|overall
// swift-format-ignore-file

func numericalGradient<P: ParameterSet>(
  of loss: (P) throws -> Double, at parameters: P, step: Double
) throws -> P {
  func slope(_ k: Int, _ i: Int, _ j: Int) throws -> Double {
    func value(_ s: Double) throws -> Double {
      var moved = parameters.tensors
      moved[k][i, j] += s
      var q = parameters
      q.tensors = moved
      return try loss(q)
    }
    return (try value(step) - value(-step)) / (2 * step)
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
  let a = Vector(analytic.tensors.flatMap(\.elements))
  let n = Vector(numerical.tensors.flatMap(\.elements))
  let difference = (a - n).norm
  if difference == 0 { return 0 }
  return difference / max(a.norm, n.norm)
}
