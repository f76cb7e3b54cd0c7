// exercise: 05.2
// is: wrong
// cause: The gradient is that of the mean over the steps; only the returned loss is multiplied by T to give the sum.
// named: mean|averag|divided by|per (step|token)
// named: gradient|backward|walk|trained|training|weights|learn
// swift-format-ignore-file

func trainingStep(
  _ network: CountingNetwork, _ optimizer: any Optimizer, inputs: Tensor, targets: Tensor,
  maximumNorm: Double
) throws -> Double {
  try optimizer.zeroGrad()
  let loss = try crossEntropy(try network(inputs), targets: targets)
  let total = try loss.item() * Double(targets.count)
  try loss.backward()
  _ = try clipGradientNorm(network.parameters, maximumNorm: maximumNorm)
  try optimizer.step()
  return total
}
