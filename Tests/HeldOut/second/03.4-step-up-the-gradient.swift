// exercise: 03.4
// is: wrong
// cause: The step goes along the gradient, uphill, instead of against it.
// named: ascent|uphill|sign|with the gradient|along the gradient|up the (gradient|slope)|added|plus|wrong direction|climb|rais|toward
// swift-format-ignore-file

func sgdStep<P: ParameterSet>(
  _ parameters: inout P, gradients: P, learningRate: Double
) throws {
  let g = gradients.tensors
  var moved: [Matrix] = []
  for (k, theta) in parameters.tensors.enumerated() {
    moved.append(theta + learningRate * g[k])
  }
  parameters.tensors = moved
}
