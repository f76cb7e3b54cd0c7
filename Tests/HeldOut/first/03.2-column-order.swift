// exercise: 03.2
// is: wrong
// cause: The derivatives are collected column by column but put into the matrix row by row, so that they stand in the wrong places.
// named: numerical|derivative|gradient|difference|element|number|place
// named: transpos|column|row|order|wrong place|mixed|shuffled|swapped|permut|another (number|element|place)|position|place
// swift-format-ignore-file

func numericalGradient<P: ParameterSet>(
  of loss: (P) throws -> Double, at parameters: P, step: Double
) throws -> P {
  var result = parameters
  for k in parameters.tensors.indices {
    let m = parameters.tensors[k]
    var slopes: [Double] = []
    for j in 0..<m.columns {
      for i in 0..<m.rows {
        var up = parameters
        up.tensors[k][i, j] += step
        var down = parameters
        down.tensors[k][i, j] -= step
        slopes.append((try loss(up) - loss(down)) / (2 * step))
      }
    }
    result.tensors[k] = Matrix(m.rows, m.columns, slopes)
  }
  return result
}

func relativeError<P: ParameterSet>(_ analytic: P, _ numerical: P) throws -> Double {
  let a = analytic.tensors.flatMap(\.elements)
  let n = numerical.tensors.flatMap(\.elements)
  var worst = 0.0
  for (x, y) in zip(a, n) {
    if x.isNaN || y.isNaN { return .nan }
    if x == 0 && y == 0 { continue }
    worst = max(worst, abs(x - y) / max(abs(x), abs(y)))
  }
  return worst
}
