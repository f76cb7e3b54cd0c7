// exercise: 04.5
// is: wrong
// cause: The gradient is used without clipping.
// named: not clipped|without clipping|clipping.*(forgotten|left out)
// swift-format-ignore-file

func train(
  _ parameters: inout LSTMParameters, on training: [Example], validation: [Example], epochs: Int,
  learningRate: Double, maximumNorm: Double, log: inout TrainingLog
) throws {
  let zero = Vector(zeros: parameters.hiddenSize)
  func forward(_ e: Example, _ p: LSTMParameters) throws -> LSTMTrace {
    try lstmForward(e.inputs, initialHidden: zero, initialCell: zero, parameters: p)
  }
  for _ in 0..<epochs {
    var validationLoss = 0.0
    for e in validation {
      validationLoss += try crossEntropy(
        forward(e, parameters).logits, targets: e.targets, reduction: .sum)
    }
    var trainingLoss = 0.0
    for e in training {
      let trace = try forward(e, parameters)
      trainingLoss += try crossEntropy(trace.logits, targets: e.targets, reduction: .sum)
      let (g, _, _) = try lstmBackward(trace, targets: e.targets, parameters: parameters)
      try sgdStep(&parameters, gradients: g, learningRate: learningRate)
    }
    log.record(
      training: trainingLoss / Double(training.count),
      validation: validationLoss / Double(validation.count))
  }
}
