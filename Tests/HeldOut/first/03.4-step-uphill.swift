// exercise: 03.4
// is: wrong
// cause: The step is added to the parameters instead of subtracted: it goes uphill.
// named: up the gradient|uphill|added|sign
// swift-format-ignore-file

func sgdStep<P: ParameterSet>(
  _ parameters: inout P, gradients: P, learningRate: Double
) throws {
  for i in 0..<parameters.tensors.count {
    parameters.tensors[i] += learningRate * gradients.tensors[i]
  }
}
