// exercise: 03.4
// is: right
// swift-format-ignore-file

func sgdStep<P: ParameterSet>(
  _ parameters: inout P, gradients: P, learningRate: Double
) throws {
  var all = parameters.tensors
  let slopes = gradients.tensors
  for k in all.indices {
    for r in 0..<all[k].rows {
      for c in 0..<all[k].columns where slopes[k][r, c] != 0 {
        all[k][r, c] -= slopes[k][r, c] * learningRate
      }
    }
  }
  parameters.tensors = all
}
