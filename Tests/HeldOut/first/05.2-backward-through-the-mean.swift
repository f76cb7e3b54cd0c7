// exercise: 05.2
// is: wrong
// cause: The gradient is that of the mean over the steps; only the returned number was scaled up to the sum.
// named: mean|averag|divided by (T|the)|per (token|step)|1/T
// swift-format-ignore-file

func trainingStep(
  _ network: CountingNetwork, _ optimizer: any Optimizer, inputs: Tensor, targets: Tensor,
  maximumNorm: Double
) throws -> Double {
  try optimizer.zeroGrad()
  let logits = try network(inputs)
  let loss = try crossEntropy(logits, targets: targets)
  try loss.backward()
  try clipGradientNorm(network.parameters, maximumNorm: maximumNorm)
  try optimizer.step()
  let steps = Double(targets.shape[0])
  return try loss.item() * steps
}
