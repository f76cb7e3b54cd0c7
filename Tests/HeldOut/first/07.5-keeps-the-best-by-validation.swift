// exercise: 07.5
// is: wrong
// cause: The parameters with the best validation loss are given back (early stopping) instead of those after the last update.
// named: best|early stop|lowest|smallest|least|validation
// named: parameters|weights|given back|return|restor|kept|keep|stop|last
// swift-format-ignore-file

func train(
  _ parameters: inout GRUParameters, on training: [Example], validation: [Example], epochs: Int,
  learningRate: Double, maximumNorm: Double, log: inout TrainingLog
) throws {

  let zeros = Vector(zeros: parameters.hiddenSize)
  func loss(_ p: GRUParameters, _ sample: Example) throws -> (GRUTrace, Double) {
    let trace = try gruForward(sample.inputs, initialHidden: zeros, parameters: p)
    return (trace, try crossEntropy(trace.logits, targets: sample.targets, reduction: .sum))
  }
  var best = parameters
  var bestLoss = Double.infinity
  for _ in 0..<epochs {
    let validationLoss =
      try validation.map { try loss(parameters, $0).1 }.reduce(0, +) / Double(validation.count)
    if validationLoss < bestLoss {
      bestLoss = validationLoss
      best = parameters
    }
    var trainingLoss = 0.0
    for sample in training {
      let (trace, l) = try loss(parameters, sample)
      trainingLoss += l / Double(training.count)
      let (gradients, _) = try gruBackward(trace, targets: sample.targets, parameters: parameters)
      try sgdStep(
        &parameters, gradients: try clip(gradients, maximumNorm: maximumNorm),
        learningRate: learningRate)
    }
    log.record(training: trainingLoss, validation: validationLoss)
  }
  parameters = best
}
