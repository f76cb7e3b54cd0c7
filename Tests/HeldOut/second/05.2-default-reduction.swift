// exercise: 05.2
// is: wrong
// cause: backward() runs from the mean of the cross-entropies (the default reduction); only the number that is returned is multiplied back to the sum, so that the gradients are too small by T.
// named: mean|average|divided by|reduction
// swift-format-ignore-file

func trainingStep(
  _ network: CountingNetwork, _ optimizer: any Optimizer, inputs: Tensor, targets: Tensor,
  maximumNorm: Double
) throws -> Double {
  try optimizer.zeroGrad()
  let logits = try network(inputs)
  let loss = try crossEntropy(logits, targets: targets)
  try loss.backward()
  _ = try clipGradientNorm(network.parameters, maximumNorm: maximumNorm)
  try optimizer.step()
  return try loss.item() * Double(targets.count)
}
