// exercise: 03.5
// is: wrong
// cause: With zero epochs the losses of the untrained network are recorded once, instead of nothing.
// named: epoch
// named: zero|\b0\b|no epoch|none|without (any )?epoch|record
// swift-format-ignore-file

func train(
  _ parameters: inout RNNParameters, on training: [Example], validation: [Example], epochs: Int,
  learningRate: Double, maximumNorm: Double, log: inout TrainingLog
) throws {
  let start = Vector(zeros: parameters.hiddenSize)

  func meanLoss(_ examples: [Example], _ p: RNNParameters) throws -> Double {
    var sum = 0.0
    for e in examples {
      let trace = try rnnForward(e.inputs, initialHidden: start, parameters: p)
      sum += try crossEntropy(trace.logits, targets: e.targets, reduction: .sum)
    }
    return sum / Double(examples.count)
  }

  if epochs == 0 {
    // Nothing to train: say at least where the network stands.
    log.record(
      training: try meanLoss(training, parameters), validation: try meanLoss(validation, parameters))
    return
  }
  for _ in 0..<epochs {
    let validationLoss = try meanLoss(validation, parameters)
    var trainingLoss = 0.0
    for e in training {
      let trace = try rnnForward(e.inputs, initialHidden: start, parameters: parameters)
      trainingLoss += try crossEntropy(trace.logits, targets: e.targets, reduction: .sum)
      let (gradients, _) = try rnnBackward(trace, targets: e.targets, parameters: parameters)
      try sgdStep(
        &parameters, gradients: try clip(gradients, maximumNorm: maximumNorm),
        learningRate: learningRate)
    }
    log.record(training: trainingLoss / Double(training.count), validation: validationLoss)
  }
}
