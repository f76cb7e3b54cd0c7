// exercise: 03.4
// is: wrong
// cause: Only copies of the tensors are moved; the parameters themselves stay as they were.
// named: cop(y|ies)|unchanged|not (moved|written|changed)|nothing (moves|changes)|stay
// swift-format-ignore-file

func sgdStep<P: ParameterSet>(
  _ parameters: inout P, gradients: P, learningRate: Double
) throws {
  for (parameter, gradient) in zip(parameters.tensors, gradients.tensors) {
    var p = parameter
    p -= learningRate * gradient
  }
}
