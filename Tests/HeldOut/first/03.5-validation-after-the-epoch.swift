// exercise: 03.5
// is: wrong
// cause: The validation loss is taken at the end of each epoch, after its updates, instead of before the first of them.
// named: validation.*after
// swift-format-ignore-file

func train(
  _ parameters: inout RNNParameters, on training: [Example], validation: [Example], epochs: Int,
  learningRate: Double, maximumNorm: Double, log: inout TrainingLog
) throws {
  let h0 = Vector(zeros: parameters.hiddenSize)
  for _ in 0..<epochs {
    var epochTrainLoss = 0.0
    for ex in training {
      let trace = try rnnForward(ex.inputs, initialHidden: h0, parameters: parameters)
      epochTrainLoss += try crossEntropy(trace.logits, targets: ex.targets, reduction: .sum)
      let (g, _) = try rnnBackward(trace, targets: ex.targets, parameters: parameters)
      let clipped = try clip(g, maximumNorm: maximumNorm)
      try sgdStep(&parameters, gradients: clipped, learningRate: learningRate)
    }
    var epochValLoss = 0.0
    for ex in validation {
      let trace = try rnnForward(ex.inputs, initialHidden: h0, parameters: parameters)
      epochValLoss += try crossEntropy(trace.logits, targets: ex.targets, reduction: .sum)
    }
    log.record(
      training: epochTrainLoss / Double(training.count),
      validation: epochValLoss / Double(validation.count))
  }
}
