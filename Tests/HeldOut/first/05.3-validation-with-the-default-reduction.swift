// exercise: 05.3
// is: wrong
// cause: The validation loss of a sequence is the mean over its steps, the default of crossEntropy, instead of the sum.
// named: validation
// named: mean|averag|per (token|step)|divided|reduction
// swift-format-ignore-file

func train(
  _ network: CountingNetwork, _ optimizer: any Optimizer, on training: [Example],
  validation: [Example], epochs: Int, maximumNorm: Double, log: inout TrainingLog
) throws {
  let classes = network.lstm.inputSize
  for _ in 0..<epochs {
    var validationLoss = 0.0
    try noGrad {
      for sample in validation {
        let logits = try network(oneHot(sample.inputs, classes: classes))
        let loss = try crossEntropy(logits, targets: Tensor(ids: sample.targets))
        validationLoss += try loss.item()
      }
    }
    var trainingLoss = 0.0
    for sample in training {
      trainingLoss += try trainingStep(
        network, optimizer, inputs: oneHot(sample.inputs, classes: classes),
        targets: Tensor(ids: sample.targets), maximumNorm: maximumNorm)
    }
    log.record(
      training: trainingLoss / Double(training.count),
      validation: validationLoss / Double(validation.count))
  }
}
