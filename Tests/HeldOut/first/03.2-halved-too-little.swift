// exercise: 03.2
// is: wrong
// cause: The difference of the losses is divided by the step instead of by twice the step.
// named: [εs] instead of 2[εs]|divi(ded|sion) by (the step|s\b|ε)|without the 2|half|twice|factor (of )?2
// swift-format-ignore-file

func numericalGradient<P: ParameterSet>(
  of loss: (P) throws -> Double, at parameters: P, step: Double
) throws -> P {
  var result = parameters.zeros
  for k in result.tensors.indices {
    for i in 0..<result.tensors[k].rows {
      for j in 0..<result.tensors[k].columns {
        var plus = parameters
        var minus = parameters
        plus.tensors[k][i, j] += step
        minus.tensors[k][i, j] -= step
        result.tensors[k][i, j] = (try loss(plus) - loss(minus)) / step
      }
    }
  }
  return result
}
