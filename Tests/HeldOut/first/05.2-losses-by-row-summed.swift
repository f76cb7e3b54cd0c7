// exercise: 05.2
// is: right
// cause: right, written another way.
// swift-format-ignore-file

func trainingStep(
  _ network: CountingNetwork, _ optimizer: any Optimizer, inputs: Tensor, targets: Tensor,
  maximumNorm: Double
) throws -> Double {
  let logits = try network(inputs)
  let losses = try crossEntropy(logits, targets: targets, reduction: .none)
  let total = try losses.sum()
  let before = try total.item()
  // clearing is due any time before backward
  try optimizer.zeroGrad()
  try total.backward()
  let parameters = network.namedParameters.map { $0.tensor }
  try clipGradientNorm(parameters, maximumNorm: maximumNorm)
  try optimizer.step()
  return before
}
