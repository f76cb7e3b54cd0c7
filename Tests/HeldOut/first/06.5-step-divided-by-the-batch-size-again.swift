// exercise: 06.5
// is: wrong
// cause: The step is divided by the number of sequences once more, although the gradient is already that of the mean.
// named: divid|averag|mean|scal|number of sequences|batch size|learning rate|step
// named: twice|again|already|second time|once more|batch size|number of sequences|by B\b|too small|two times|additional|also
// swift-format-ignore-file

func trainingStep(
  _ parameters: inout RNNParameters, on batch: Batch, learningRate: Double, maximumNorm: Double
) throws -> Double {
  let trace = try batchedForward(
    batch, initialHidden: Matrix(zeros: parameters.hiddenSize, batch.size), parameters: parameters)
  let (loss, dLogits) = try maskedCrossEntropy(trace.logits, batch: batch)
  let (gradients, _) = try batchedBackward(trace, dLogits: dLogits, parameters: parameters)
  let clipped = try clip(gradients, maximumNorm: maximumNorm)
  try sgdStep(&parameters, gradients: clipped, learningRate: learningRate / Double(batch.size))
  return loss
}
