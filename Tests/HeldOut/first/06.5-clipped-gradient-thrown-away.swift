// exercise: 06.5
// is: wrong
// cause: clip is called but its result is not used; the step is taken with the gradient as it was.
// named: clip
// named: not (used|applied|clip)|without|un-?clipped|thrown away|missing|left out|ignored|never|no clipping|lost|discard
// swift-format-ignore-file

func trainingStep(
  _ parameters: inout RNNParameters, on batch: Batch, learningRate: Double, maximumNorm: Double
) throws -> Double {
  let h0 = Matrix(zeros: parameters.hiddenSize, batch.size)
  let trace = try batchedForward(batch, initialHidden: h0, parameters: parameters)
  let result = try maskedCrossEntropy(trace.logits, batch: batch)
  let back = try batchedBackward(trace, dLogits: result.dLogits, parameters: parameters)
  _ = try clip(back.gradients, maximumNorm: maximumNorm)
  try sgdStep(&parameters, gradients: back.gradients, learningRate: learningRate)
  return result.loss
}
