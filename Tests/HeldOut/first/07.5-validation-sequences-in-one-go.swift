// exercise: 07.5
// is: wrong
// cause: In the validation pass each sequence begins with the state in which the one before it ended, instead of zeros.
// named: validation
// named: state|zero|carried|previous sequence|sequence before
// swift-format-ignore-file

func train(
  _ parameters: inout GRUParameters, on training: [Example], validation: [Example], epochs: Int,
  learningRate: Double, maximumNorm: Double, log: inout TrainingLog
) throws {
  let H = parameters.hiddenSize
  for _ in 0..<epochs {
    var hidden = Vector(zeros: H)
    var validationLoss = 0.0
    for sample in validation {
      let trace = try gruForward(sample.inputs, initialHidden: hidden, parameters: parameters)
      validationLoss += try crossEntropy(trace.logits, targets: sample.targets, reduction: .sum)
      hidden = trace.steps.last?.hidden ?? hidden
    }

    var trainingLoss = 0.0
    for sample in training {
      let trace = try gruForward(
        sample.inputs, initialHidden: Vector(zeros: H), parameters: parameters)
      trainingLoss += try crossEntropy(trace.logits, targets: sample.targets, reduction: .sum)
      let back = try gruBackward(trace, targets: sample.targets, parameters: parameters)
      let clipped = try clip(back.gradients, maximumNorm: maximumNorm)
      try sgdStep(&parameters, gradients: clipped, learningRate: learningRate)
    }

    log.record(
      training: trainingLoss / Double(training.count),
      validation: validationLoss / Double(validation.count))
  }
}
