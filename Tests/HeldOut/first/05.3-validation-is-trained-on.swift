// exercise: 05.3
// is: wrong
// cause: The validation loss is taken by trainingStep, which also updates the network on the validation sequences.
// named: validation
// named: train(s|ed|ing)? (on|step|with)|update|step|learn|moves? the|weights
// swift-format-ignore-file

func train(
  _ network: CountingNetwork, _ optimizer: any Optimizer, on training: [Example],
  validation: [Example], epochs: Int, maximumNorm: Double, log: inout TrainingLog
) throws {
  let classes = network.output.weight.shape[0]
  func meanLoss(_ set: [Example]) throws -> Double {
    var total = 0.0
    for sample in set {
      total += try trainingStep(
        network, optimizer, inputs: try oneHot(sample.inputs, classes: classes),
        targets: try Tensor(ids: sample.targets), maximumNorm: maximumNorm)
    }
    return total / Double(set.count)
  }
  for _ in 0..<epochs {
    let v = try meanLoss(validation)
    let t = try meanLoss(training)
    log.record(training: t, validation: v)
  }
}
