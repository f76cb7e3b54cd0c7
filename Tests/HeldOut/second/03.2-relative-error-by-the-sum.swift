// exercise: 03.2
// is: wrong
// cause: The difference is divided by |a| + |n| instead of by the larger of the two.
// named: \|a\| ?\+ ?\|n\||sum of (the |both |two )?(magnitudes|absolute|sizes|numbers)|sum|both (magnitudes|absolute)|half|halved
// named: divi|denominator|relative|max|larger|half|halved
// swift-format-ignore-file

func numericalGradient<P: ParameterSet>(
  of loss: (P) throws -> Double, at parameters: P, step: Double
) throws -> P {
  func lossMoved(_ k: Int, _ i: Int, _ j: Int, by d: Double) throws -> Double {
    var copy = parameters
    copy.tensors[k][i, j] += d
    return try loss(copy)
  }
  var answer = parameters
  answer.tensors = try parameters.tensors.enumerated().map { k, m in
    var g = Matrix(zeros: m.rows, m.columns)
    for i in 0..<m.rows {
      for j in 0..<m.columns {
        g[i, j] = try (lossMoved(k, i, j, by: step) - lossMoved(k, i, j, by: -step)) / (2 * step)
      }
    }
    return g
  }
  return answer
}

func relativeError<P: ParameterSet>(_ analytic: P, _ numerical: P) throws -> Double {
  let a = analytic.tensors.flatMap(\.elements)
  let n = numerical.tensors.flatMap(\.elements)
  let errors = zip(a, n).map { a, n -> Double in
    a == 0 && n == 0 ? 0 : abs(a - n) / (abs(a) + abs(n))
  }
  if errors.contains(where: \.isNaN) { return .nan }
  return errors.max() ?? 0
}
