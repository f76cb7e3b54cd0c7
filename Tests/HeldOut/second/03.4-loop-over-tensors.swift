// exercise: 03.4
// is: wrong
// cause: The step changes copies of the tensors and never writes them back: the parameters stay as they were.
// named: cop(y|ies)|unchanged|not (moved|changed|updated|written)|never (moved|changed|updated|written)|no step|nothing (moves|changes|happens)|stay(s|ed)?|remain|left as|without (an |any )?(update|step)
// swift-format-ignore-file

func sgdStep<P: ParameterSet>(
  _ parameters: inout P, gradients: P, learningRate: Double
) throws {
  let updates = gradients.tensors.map { learningRate * $0 }
  var tensors = parameters.tensors
  for (k, update) in updates.enumerated() {
    tensors[k] -= update
  }
}
