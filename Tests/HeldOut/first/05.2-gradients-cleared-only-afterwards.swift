// exercise: 05.2
// is: wrong
// cause: The gradients are cleared after the step and not before the backward pass, so that the gradients of an earlier step that are still there are added.
// named: gradient
// named: clear|zeroGrad|zeroed|old|earlier|previous|accumulat|left over|add(ed)? up|pile
// swift-format-ignore-file

func trainingStep(
  _ network: CountingNetwork, _ optimizer: any Optimizer, inputs: Tensor, targets: Tensor,
  maximumNorm: Double
) throws -> Double {
  let logits = try network(inputs)
  let loss = try crossEntropy(logits, targets: targets, reduction: .sum)
  let value = try loss.item()
  try loss.backward()
  try clipGradientNorm(network.parameters, maximumNorm: maximumNorm)
  try optimizer.step()
  // Leave everything clean for the next sequence.
  try optimizer.zeroGrad()
  return value
}
