// exercise: 03.5
// is: wrong
// cause: The validation loss is taken at the end of the epoch, after the updates, instead of before the first.
// named: validation
// named: after (the|all|an|its|training)|at the end|end of (the|each|every|an) epoch|too late|late|one epoch (late|behind|too|ahead)|already trained|next epoch
// swift-format-ignore-file

func train(
  _ parameters: inout RNNParameters, on training: [Example], validation: [Example], epochs: Int,
  learningRate: Double, maximumNorm: Double, log: inout TrainingLog
) throws {
  let h0 = Vector(zeros: parameters.hiddenSize)
  for _ in 0..<epochs {
    // train
    var trainLoss = 0.0
    for ex in training {
      let trace = try rnnForward(ex.inputs, initialHidden: h0, parameters: parameters)
      trainLoss += try crossEntropy(trace.logits, targets: ex.targets, reduction: .sum)
      let grads = try rnnBackward(trace, targets: ex.targets, parameters: parameters).gradients
      try sgdStep(
        &parameters, gradients: try clip(grads, maximumNorm: maximumNorm),
        learningRate: learningRate)
    }
    // eval
    var valLoss = 0.0
    for ex in validation {
      let trace = try rnnForward(ex.inputs, initialHidden: h0, parameters: parameters)
      valLoss += try crossEntropy(trace.logits, targets: ex.targets, reduction: .sum)
    }
    log.record(
      training: trainLoss / Double(training.count), validation: valLoss / Double(validation.count))
  }
}
