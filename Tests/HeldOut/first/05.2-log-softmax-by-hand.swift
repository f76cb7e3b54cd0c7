// exercise: 05.2
// is: right
// swift-format-ignore-file

func trainingStep(
  _ network: CountingNetwork, _ optimizer: any Optimizer, inputs: Tensor, targets: Tensor,
  maximumNorm: Double
) throws -> Double {
  let logits = try network(inputs)
  let ids = try targets.values().map { Int($0) }
  let hot = try oneHot(ids, classes: logits.shape[1])
  let loss = try -((try logits.logSoftmax(dim: 1) * hot).sum())
  let nats = try loss.item()
  // what an earlier step left must be gone before the way back, not before the way there
  try optimizer.zeroGrad()
  try loss.backward()
  try clipGradientNorm(network.parameters, maximumNorm: maximumNorm)
  try optimizer.step()
  return nats
}
