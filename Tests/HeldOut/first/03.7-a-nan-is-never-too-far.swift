// exercise: 03.7
// is: wrong
// cause: A tensor is named only if a difference is greater than the tolerance, a question that a NaN answers with no, so that NaNs are accepted.
// named: NaN
// named: accept|pass|let|miss|unnoticed|overlook|not (named|caught|found)|hid
// swift-format-ignore-file

func wrongTensors<P: ParameterSet>(
  in gradient: P, of loss: (P) throws -> Double, at parameters: P
) throws -> [String] {
  let numerical = try numericalGradient(of: loss, at: parameters, step: 1e-5)
  var accused: [String] = []
  for (k, name) in parameters.names.enumerated() {
    let a = gradient.tensors[k]
    let n = numerical.tensors[k]
    var isWrong = a.rows != n.rows || a.columns != n.columns
    if !isWrong {
      for (x, y) in zip(a.elements, n.elements) {
        if abs(x - y) > 1e-5 * abs(y) + 1e-8 { isWrong = true }
      }
    }
    if isWrong { accused.append(name) }
  }
  return accused
}
