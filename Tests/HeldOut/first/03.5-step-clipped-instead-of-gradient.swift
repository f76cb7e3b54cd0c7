// exercise: 03.5
// is: wrong
// cause: The gradient is multiplied by the learning rate before it is clipped, so that the limit applies to the step and not to the gradient.
// named: clip|limit|norm
// named: learning rate|\brate\b|the step|update
// swift-format-ignore-file

private func lossAndTrace(_ sample: Example, _ p: RNNParameters) throws -> (Double, RNNTrace) {
  let trace = try rnnForward(
    sample.inputs, initialHidden: Vector(zeros: p.hiddenSize), parameters: p)
  return (try crossEntropy(trace.logits, targets: sample.targets, reduction: .sum), trace)
}

func train(
  _ parameters: inout RNNParameters, on training: [Example], validation: [Example], epochs: Int,
  learningRate: Double, maximumNorm: Double, log: inout TrainingLog
) throws {
  for _ in 0..<epochs {
    let p0 = parameters
    let valid = try validation.map { try lossAndTrace($0, p0).0 }.reduce(0, +)
    var met: [Double] = []
    for sample in training {
      let (loss, trace) = try lossAndTrace(sample, parameters)
      met.append(loss)
      var update = try rnnBackward(
        trace, targets: sample.targets, parameters: parameters).gradients
      update.tensors = update.tensors.map { learningRate * $0 }
      update = try clip(update, maximumNorm: maximumNorm)
      try sgdStep(&parameters, gradients: update, learningRate: 1)
    }
    log.record(
      training: met.reduce(0, +) / Double(met.count), validation: valid / Double(validation.count))
  }
}
