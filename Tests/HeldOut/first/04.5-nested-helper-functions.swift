// exercise: 04.5
// is: right
// cause: The loop with a helper for the mean loss and one for an update.
// swift-format-ignore-file

func train(
  _ parameters: inout LSTMParameters, on training: [Example], validation: [Example], epochs: Int,
  learningRate: Double, maximumNorm: Double, log: inout TrainingLog
) throws {
  func run(_ example: Example, _ p: LSTMParameters) throws -> (LSTMTrace, Double) {
    let zeros = Vector(zeros: p.hiddenSize)
    let trace = try lstmForward(
      example.inputs, initialHidden: zeros, initialCell: zeros, parameters: p)
    return (
      trace, try crossEntropy(trace.logits, targets: example.targets, reduction: .sum)
    )
  }
  var epoch = 0
  while epoch < epochs {
    let p = parameters
    let validationLosses = try validation.map { try run($0, p).1 }
    var trainingLosses: [Double] = []
    for example in training {
      let (trace, loss) = try run(example, parameters)
      trainingLosses.append(loss)
      var g = try lstmBackward(trace, targets: example.targets, parameters: parameters).gradients
      g = try clip(g, maximumNorm: maximumNorm)
      try sgdStep(&parameters, gradients: g, learningRate: learningRate)
    }
    log.record(
      training: trainingLosses.reduce(0, +) / Double(trainingLosses.count),
      validation: validationLosses.reduce(0, +) / Double(validationLosses.count))
    epoch += 1
  }
}
