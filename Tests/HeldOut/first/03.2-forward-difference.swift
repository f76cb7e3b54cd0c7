// exercise: 03.2
// is: wrong
// cause: The derivative is a forward difference, (L(p + s) − L(p)) / s, instead of a central one.
// named: forward difference|one.sided
// swift-format-ignore-file

func numericalGradient<P: ParameterSet>(
  of loss: (P) throws -> Double, at parameters: P, step: Double
) throws -> P {
  let base = try loss(parameters)
  var result = parameters.zeros
  for k in parameters.tensors.indices {
    for r in 0..<parameters.tensors[k].rows {
      for c in 0..<parameters.tensors[k].columns {
        var moved = parameters
        moved.tensors[k][r, c] += step
        result.tensors[k][r, c] = (try loss(moved) - base) / step
      }
    }
  }
  return result
}
