// exercise: 03.4
// is: wrong
// cause: The update is made to a copy and never written back; the parameters stay as they were.
// named: cop(y|ies)|unchanged|not (changed|moved|updated|written)|stay|nothing (is )?(changed|moves|happens|moved)|no (step|update)|as they were|left (as|where|alone)|remain|never
// swift-format-ignore-file

func sgdStep<P: ParameterSet>(
  _ parameters: inout P, gradients: P, learningRate: Double
) throws {
  for (var tensor, gradient) in zip(parameters.tensors, gradients.tensors) {
    for i in 0..<tensor.rows {
      for j in 0..<tensor.columns {
        tensor[i, j] -= learningRate * gradient[i, j]
      }
    }
  }
}
