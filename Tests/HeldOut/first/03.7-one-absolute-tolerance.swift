// exercise: 03.7
// is: wrong
// cause: Numbers are compared with one coarse absolute tolerance of 1e-3, so that a small tensor may be wrong unnoticed.
// named: absolute|toleran|threshold|coarse|loose|lenient|relative|generous
// swift-format-ignore-file

func wrongTensors<P: ParameterSet>(
  in gradient: P, of loss: (P) throws -> Double, at parameters: P
) throws -> [String] {
  let reference = try numericalGradient(of: loss, at: parameters, step: 1e-5)
  var bad: [String] = []
  for k in parameters.tensors.indices {
    let g = gradient.tensors[k]
    let n = reference.tensors[k]
    if g.rows != n.rows || g.columns != n.columns {
      bad.append(parameters.names[k])
      continue
    }
    // np.allclose(g, n, atol=1e-3)
    var close = true
    for i in 0..<g.rows {
      for j in 0..<g.columns where !(abs(g[i, j] - n[i, j]) < 1e-3) {
        close = false
      }
    }
    if !close { bad.append(parameters.names[k]) }
  }
  return bad
}
