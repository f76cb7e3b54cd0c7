// exercise: 05.2
// is: wrong
// cause: Only the gradients of the LSTM are clipped; those of the output layer are neither in the norm nor scaled.
// named: clip|norm
// named: output|linear|lstm|not (of )?all|left out|layer|some (of the )?(parameters|gradients)|part of
// swift-format-ignore-file

func trainingStep(
  _ network: CountingNetwork, _ optimizer: any Optimizer, inputs: Tensor, targets: Tensor,
  maximumNorm: Double
) throws -> Double {
  try optimizer.zeroGrad()
  let logits = try network(inputs)
  let loss = try crossEntropy(logits, targets: targets, reduction: .sum)
  try loss.backward()
  // it is the recurrence that explodes
  try clipGradientNorm(network.lstm.parameters, maximumNorm: maximumNorm)
  try optimizer.step()
  return try loss.item()
}
