import Contracts
import Recurrent

// Gradients as sums over time: the share of each step alone, by which a sum that lacks one is told.

/// The gradient's shares of any network whose backward pass is laid open.
func timeShares<Pass: OpenBackward>(
  of type: Pass.Type, _ input: Pass.Input
) throws -> [Pass.Output] {
  try input.targets.indices.map { step in
    var pass = Pass()
    pass.counts = { $0 == step }
    return try pass(input)
  }
}

func timeShares(_ input: BatchedBackwardInput) throws -> [BatchedBackwardOutput] {
  try (0..<input.trace.batch.steps).map { step in
    var pass = OpenBatchedBackward()
    pass.counts = { $0 == step }
    return try pass(input)
  }
}

func timeShares(_ input: LayerBackwardInput) throws -> [LayerGradients<LSTMLayer>] {
  try input.trace.inputs.indices.map { step in
    var pass = OpenLayerBackward()
    pass.counts = { t, _ in t == step }
    return try pass(input)
  }
}
