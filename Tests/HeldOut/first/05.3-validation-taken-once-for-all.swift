// exercise: 05.3
// is: wrong
// cause: The validation loss is computed once, before the first epoch, and that number is recorded in every epoch.
// named: validation
// named: once|first epoch|every epoch|all epochs|same|initial|untrained|before (the )?training|never again|only at|constant|hoisted|stays|stale|outside
// swift-format-ignore-file

func train(
  _ network: CountingNetwork, _ optimizer: any Optimizer, on training: [Example],
  validation: [Example], epochs: Int, maximumNorm: Double, log: inout TrainingLog
) throws {
  let V = network.output.weight.shape[0]
  func prepare(_ e: Example) throws -> (x: Tensor, y: Tensor) {
    (x: try oneHot(e.inputs, classes: V), y: try Tensor(ids: e.targets))
  }
  // everything that does not change is done once, outside the loop
  let train = try training.map(prepare)
  let valid = try validation.map(prepare)
  let validationLosses = try noGrad {
    try valid.map { try crossEntropy(network($0.x), targets: $0.y, reduction: .sum).item() }
  }
  let validationLoss = validationLosses.reduce(0, +) / Double(valid.count)

  for _ in 0..<epochs {
    let losses = try train.map {
      try trainingStep(network, optimizer, inputs: $0.x, targets: $0.y, maximumNorm: maximumNorm)
    }
    log.record(
      training: losses.reduce(0, +) / Double(train.count), validation: validationLoss)
  }
}
