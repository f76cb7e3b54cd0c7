// exercise: 05.3
// is: wrong
// cause: The validation loss is divided by the number of training sequences instead of the validation sequences.
// named: validation
// named: divid|number of|mean|count|denominator
// swift-format-ignore-file

func train(
  _ network: CountingNetwork, _ optimizer: any Optimizer, on training: [Example],
  validation: [Example], epochs: Int, maximumNorm: Double, log: inout TrainingLog
) throws {
  let vocabularySize = network.output.weight.shape[0]
  let n = Double(training.count)
  for _ in 0..<epochs {
    var validationLoss = 0.0
    try noGrad {
      for e in validation {
        let logits = try network(try oneHot(e.inputs, classes: vocabularySize))
        let loss = try crossEntropy(logits, targets: try Tensor(ids: e.targets), reduction: .sum)
        validationLoss += try loss.item() / n
      }
    }
    var trainingLoss = 0.0
    for e in training {
      trainingLoss += try trainingStep(
        network, optimizer, inputs: try oneHot(e.inputs, classes: vocabularySize),
        targets: try Tensor(ids: e.targets), maximumNorm: maximumNorm) / n
    }
    log.record(training: trainingLoss, validation: validationLoss)
  }
}
