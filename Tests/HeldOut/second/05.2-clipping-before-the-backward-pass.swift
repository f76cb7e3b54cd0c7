// exercise: 05.2
// is: wrong
// cause: The gradients are clipped before backward() has computed them, so that the step uses an unclipped gradient.
// named: clip
// named: before|order|early|too soon|empty|not clipped|unclipped|without effect|no effect|nothing|never|without clip|no clip|missing|left out|not applied
// swift-format-ignore-file

func trainingStep(
  _ network: CountingNetwork, _ optimizer: any Optimizer, inputs: Tensor, targets: Tensor,
  maximumNorm: Double
) throws -> Double {
  let logits = try network(inputs)
  let loss = try crossEntropy(logits, targets: targets, reduction: .sum)
  try optimizer.zeroGrad()
  _ = try clipGradientNorm(network.parameters, maximumNorm: maximumNorm)
  try loss.backward()
  try optimizer.step()
  return try loss.item()
}
