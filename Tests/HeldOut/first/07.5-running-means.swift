// exercise: 07.5
// is: right
// cause: right, written another way.
// swift-format-ignore-file

func train(
  _ parameters: inout GRUParameters, on training: [Example], validation: [Example], epochs: Int,
  learningRate: Double, maximumNorm: Double, log: inout TrainingLog
) throws {
  func forward(_ example: Example, _ p: GRUParameters) throws -> (GRUTrace, Double) {
    let trace = try gruForward(
      example.inputs, initialHidden: Vector(zeros: p.hiddenSize), parameters: p)
    let perToken = try crossEntropy(trace.logits, targets: example.targets, reduction: .mean)
    return (trace, perToken * Double(example.inputs.count))
  }
  var epoch = 0
  while epoch < epochs {
    var validationMean = 0.0
    for (k, example) in validation.enumerated() {
      let loss = try forward(example, parameters).1
      validationMean += (loss - validationMean) / Double(k + 1)
    }
    var trainingMean = 0.0
    for (k, example) in training.enumerated() {
      let (trace, loss) = try forward(example, parameters)
      trainingMean += (loss - trainingMean) / Double(k + 1)
      let gradient = try gruBackward(trace, targets: example.targets, parameters: parameters).0
      let limited = try clip(gradient, maximumNorm: maximumNorm)
      try sgdStep(&parameters, gradients: limited, learningRate: learningRate)
    }
    log.record(training: trainingMean, validation: validationMean)
    epoch += 1
  }
}
