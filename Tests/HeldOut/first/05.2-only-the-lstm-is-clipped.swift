// exercise: 05.2
// is: wrong
// cause: The clipping is given the LSTM's parameters only, not those of the output layer.
// named: clip|norm
// named: only|all parameters|together|lstm|output|linear|part|some|left out|each|own
// swift-format-ignore-file

func trainingStep(
  _ network: CountingNetwork, _ optimizer: any Optimizer, inputs: Tensor, targets: Tensor,
  maximumNorm: Double
) throws -> Double {
  try optimizer.zeroGrad()
  let loss = try crossEntropy(network(inputs), targets: targets, reduction: .sum)
  let value = try loss.item()
  try loss.backward()
  // recurrent gradients are the ones that explode
  try clipGradientNorm(network.lstm.parameters, maximumNorm: maximumNorm)
  try optimizer.step()
  return value
}
