// exercise: 03.2
// is: right
// cause: A closure that gives the loss at a moved number; the worst error kept in an optional.
// swift-format-ignore-file

func numericalGradient<P: ParameterSet>(
  of loss: (P) throws -> Double, at parameters: P, step: Double
) throws -> P {
  func moved(_ k: Int, _ i: Int, _ j: Int, by delta: Double) throws -> Double {
    var tensors = parameters.tensors
    tensors[k][i, j] += delta
    var p = parameters
    p.tensors = tensors
    return try loss(p)
  }
  var gradient = parameters
  gradient.tensors = try parameters.tensors.enumerated().map { k, tensor in
    let values = try (0..<tensor.rows * tensor.columns).map { n in
      let (i, j) = (n / tensor.columns, n % tensor.columns)
      return (try moved(k, i, j, by: step) - moved(k, i, j, by: -step)) / step / 2
    }
    return Matrix(tensor.rows, tensor.columns, values)
  }
  return gradient
}

func relativeError<P: ParameterSet>(_ analytic: P, _ numerical: P) throws -> Double {
  var worst: Double = 0
  for k in analytic.tensors.indices {
    let (A, N) = (analytic.tensors[k], numerical.tensors[k])
    for i in 0..<A.rows {
      for j in 0..<A.columns {
        let (a, n) = (A[i, j], N[i, j])
        if a.isNaN || n.isNaN { return Double.nan }
        let scale = abs(a) > abs(n) ? abs(a) : abs(n)
        if scale > 0 && abs(a - n) / scale > worst { worst = abs(a - n) / scale }
      }
    }
  }
  return worst
}
