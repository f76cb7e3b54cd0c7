// exercise: 06.5
// is: right
// cause: Every stage in its own line, the update by hand.
// swift-format-ignore-file

func trainingStep(
  _ parameters: inout RNNParameters, on batch: Batch, learningRate: Double, maximumNorm: Double
) throws -> Double {
  let start = Matrix(zeros: parameters.hiddenSize, batch.size)
  let trace = try batchedForward(batch, initialHidden: start, parameters: parameters)
  let result = try maskedCrossEntropy(trace.logits, batch: batch)
  let back = try batchedBackward(trace, dLogits: result.dLogits, parameters: parameters)
  let clipped = try clip(back.gradients, maximumNorm: maximumNorm)
  for k in clipped.tensors.indices {
    parameters.tensors[k] -= clipped.tensors[k] * learningRate
  }
  return result.loss
}
