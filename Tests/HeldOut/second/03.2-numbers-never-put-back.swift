// exercise: 03.2
// is: wrong
// cause: Each number is moved and never put back, so that all earlier ones stay shifted while the next is moved.
// named: put back|moved back|restored|left moved|stays? moved|original|not undone
// swift-format-ignore-file

func numericalGradient<P: ParameterSet>(
  of loss: (P) throws -> Double, at parameters: P, step: Double
) throws -> P {
  var p = parameters
  var grad = parameters.zeros
  for k in p.tensors.indices {
    let (rows, columns) = (p.tensors[k].rows, p.tensors[k].columns)
    for i in 0..<rows {
      for j in 0..<columns {
        p.tensors[k][i, j] += step
        let up = try loss(p)
        p.tensors[k][i, j] -= 2 * step
        let down = try loss(p)
        grad.tensors[k][i, j] = (up - down) / (2 * step)
      }
    }
  }
  return grad
}
