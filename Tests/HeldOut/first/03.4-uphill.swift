// exercise: 03.4
// is: wrong
// cause: The step goes with the gradient, p + r·g, uphill instead of downhill.
// named: uphill|ascen|wrong sign|sign\b|\+ ?(r|learningRate|η)|add(s|ed|ing)\b|with the gradient|plus|along the gradient|wrong (direction|way)|up the slope|up the gradient|opposite
// swift-format-ignore-file

func sgdStep<P: ParameterSet>(
  _ parameters: inout P, gradients: P, learningRate: Double
) throws {
  var updated: [Matrix] = []
  for (p, g) in zip(parameters.tensors, gradients.tensors) {
    updated.append(p + learningRate * g)
  }
  parameters.tensors = updated
}
