// Given, not to be changed: stands in for your training step while what builds on it is judged alone.

import FrameworkReference
import Torch

func trainingStep(
  _ network: CountingNetwork, _ optimizer: any Optimizer, inputs: Tensor, targets: Tensor,
  maximumNorm: Double
) throws -> Double {
  // The same layers, and so the same parameters, whoever has put them together.
  try FrameworkReference.trainingStep(
    FrameworkReference.CountingNetwork(lstm: network.lstm, output: network.output), optimizer,
    inputs: inputs, targets: targets, maximumNorm: maximumNorm)
}
