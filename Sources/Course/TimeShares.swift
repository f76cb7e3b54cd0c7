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

/// Of the output layer alone; the levels' shares are not laid open.
func timeShares(_ input: StackBackwardInput) throws -> [LayerGradients<StackParameters>] {
  let outputs = input.trace.levels.last?.outputs ?? []
  return input.dLogits.indices.map { t in
    var gradients = input.parameters.zeros
    if t < outputs.count { gradients.Wv.addOuter(input.dLogits[t], outputs[t]) }
    gradients.bv += input.dLogits[t]
    let nothing = input.dLogits.map { _ in Vector(zeros: input.parameters.vocabularySize) }
    return LayerGradients(gradients: gradients, dInputs: nothing)
  }
}
