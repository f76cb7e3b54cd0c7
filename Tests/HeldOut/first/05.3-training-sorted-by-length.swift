// exercise: 05.3
// is: wrong
// cause: The training sequences are sorted by their length before the loop instead of being taken in the given order.
// named: order|sort|length|short
// named: training|sequence|example
// swift-format-ignore-file

func train(
  _ network: CountingNetwork, _ optimizer: any Optimizer, on training: [Example],
  validation: [Example], epochs: Int, maximumNorm: Double, log: inout TrainingLog
) throws {
  let size = network.lstm.inputSize
  // short ones first: easy before hard
  let curriculum = training.sorted { $0.inputs.count < $1.inputs.count }

  for _ in 0..<epochs {
    let validationSum = try noGrad { () -> Double in
      var sum = 0.0
      for e in validation {
        let x = try oneHot(e.inputs, classes: size)
        let y = try Tensor(ids: e.targets)
        sum += try crossEntropy(try network(x), targets: y, reduction: .sum).item()
      }
      return sum
    }

    var trainingSum = 0.0
    for e in curriculum {
      let x = try oneHot(e.inputs, classes: size)
      let y = try Tensor(ids: e.targets)
      trainingSum += try trainingStep(
        network, optimizer, inputs: x, targets: y, maximumNorm: maximumNorm)
    }
    log.record(
      training: trainingSum / Double(training.count),
      validation: validationSum / Double(validation.count))
  }
}
