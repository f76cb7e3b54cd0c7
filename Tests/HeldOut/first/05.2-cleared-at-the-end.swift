// exercise: 05.2
// is: wrong
// cause: The gradients are cleared at the end of a step instead of before the backward pass, so the first step still has the gradients of before.
// named: clear|zero|\bold\b|earlier|stale|accumul|left ?over|left from|already (held|there)|remain
// named: gradient|grad\b|zeroGrad
// swift-format-ignore-file

func trainingStep(
  _ network: CountingNetwork, _ optimizer: any Optimizer, inputs: Tensor, targets: Tensor,
  maximumNorm: Double
) throws -> Double {
  defer { try? optimizer.zeroGrad() }  // leave it clean for the next one
  let loss = try crossEntropy(network(inputs), targets: targets, reduction: .sum)
  let value = try loss.item()
  try loss.backward()
  try clipGradientNorm(network.parameters, maximumNorm: maximumNorm)
  try optimizer.step()
  return value
}
