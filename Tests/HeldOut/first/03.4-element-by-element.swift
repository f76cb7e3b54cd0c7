// exercise: 03.4
// is: right
// cause: Moves every element in its own assignment.
// swift-format-ignore-file

func sgdStep<P: ParameterSet>(
  _ parameters: inout P, gradients: P, learningRate: Double
) throws {
  var t = parameters.tensors
  for k in t.indices {
    for i in 0..<t[k].rows {
      for j in 0..<t[k].columns {
        t[k][i, j] = t[k][i, j] - learningRate * gradients.tensors[k][i, j]
      }
    }
  }
  parameters.tensors = t
}
