// exercise: 05.3
// is: wrong
// cause: The validation loss takes the framework's default reduction, the mean over a sequence's steps, where the sum belongs.
// named: validation
// named: mean|averag|per (token|step)|default|divided by
// swift-format-ignore-file

func train(
  _ network: CountingNetwork, _ optimizer: any Optimizer, on training: [Example],
  validation: [Example], epochs: Int, maximumNorm: Double, log: inout TrainingLog
) throws {
  let V = network.output.weight.shape[0]
  for _ in 0..<epochs {
    let validationLosses = try noGrad {
      try validation.map { e in
        try crossEntropy(
          network(oneHot(e.inputs, classes: V)), targets: Tensor(ids: e.targets)
        ).item()
      }
    }
    let trainingLosses = try training.map { e in
      try trainingStep(
        network, optimizer, inputs: oneHot(e.inputs, classes: V),
        targets: Tensor(ids: e.targets), maximumNorm: maximumNorm)
    }
    log.record(
      training: trainingLosses.reduce(0, +) / Double(training.count),
      validation: validationLosses.reduce(0, +) / Double(validation.count))
  }
}
