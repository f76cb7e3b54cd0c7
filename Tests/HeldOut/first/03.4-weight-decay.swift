// exercise: 03.4
// is: wrong
// cause: A weight decay of 0.01 is built into the step, so that the parameters also shrink.
// named: decay|shrink|regulari|L2|penalt|toward(s)? zero|shrunk|part of the parameter|multiple of (the parameter|p)|proportional to (the parameter|p|itself)|parameter itself|times p|of itself
// swift-format-ignore-file

func sgdStep<P: ParameterSet>(
  _ parameters: inout P, gradients: P, learningRate: Double
) throws {
  let weightDecay = 0.01
  for k in parameters.tensors.indices {
    let p = parameters.tensors[k]
    let d = gradients.tensors[k] + weightDecay * p
    parameters.tensors[k] = p - learningRate * d
  }
}
