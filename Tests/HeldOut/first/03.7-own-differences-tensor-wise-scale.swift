// exercise: 03.7
// is: right
// swift-format-ignore-file

func wrongTensors<P: ParameterSet>(
  in gradient: P, of loss: (P) throws -> Double, at parameters: P
) throws -> [String] {
  let s = 1e-5
  func derivative(_ k: Int, _ i: Int, _ j: Int) throws -> Double {
    var (up, down) = (parameters, parameters)
    up.tensors[k][i, j] += s
    down.tensors[k][i, j] -= s
    return (try loss(up) - loss(down)) / (2 * s)
  }
  func isRight(_ k: Int) throws -> Bool {
    let (p, g) = (parameters.tensors[k], gradient.tensors[k])
    guard p.rows == g.rows, p.columns == g.columns else { return false }
    guard g.elements.allSatisfy(\.isFinite) else { return false }
    var largest = 0.0, worst = 0.0
    for i in 0..<p.rows {
      for j in 0..<p.columns {
        let d = try derivative(k, i, j)
        largest = max(largest, abs(d))
        worst = max(worst, abs(g[i, j] - d))
      }
    }
    return worst < 2e-8 + 2e-5 * largest
  }
  let names = parameters.names
  return try names.indices.reversed().filter { try !isRight($0) }.map { names[$0] }
}
