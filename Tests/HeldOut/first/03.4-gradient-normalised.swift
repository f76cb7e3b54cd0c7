// exercise: 03.4
// is: wrong
// cause: The gradient is divided by its norm before the step, so that every step has the length of the learning rate.
// named: norm|unit|length|direction|normalis
// named: gradient|step|divided|scal
// swift-format-ignore-file

func sgdStep<P: ParameterSet>(
  _ parameters: inout P, gradients: P, learningRate: Double
) throws {
  let norm = gradients.tensors.map(\.sumOfSquares).reduce(0, +).squareRoot()
  guard norm > 0 else { return }
  // a unit direction, downhill
  let direction = gradients.tensors.map { (1 / norm) * $0 }
  parameters.tensors = zip(parameters.tensors, direction).map { p, d in p - learningRate * d }
}
