// exercise: 05.2
// is: wrong
// cause: The gradients are clipped after the optimizer's step, so the step itself is not clipped.
// named: clip
// named: after|too late|\blate\b|before clip|unclipped|order|not clipped|without (the )?clip|no effect
// swift-format-ignore-file

func trainingStep(
  _ network: CountingNetwork, _ optimizer: any Optimizer, inputs: Tensor, targets: Tensor,
  maximumNorm: Double
) throws -> Double {
  try optimizer.zeroGrad()
  let logits = try network(inputs)
  let loss = try crossEntropy(logits, targets: targets, reduction: .sum)
  let value = try loss.item()
  try loss.backward()
  try optimizer.step()
  try clipGradientNorm(network.parameters, maximumNorm: maximumNorm)
  return value
}
