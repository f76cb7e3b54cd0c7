// exercise: 03.5
// is: right
// cause: Losses in preallocated arrays, the update through a temporary copy.
// swift-format-ignore-file

func train(
  _ parameters: inout RNNParameters, on training: [Example], validation: [Example], epochs: Int,
  learningRate: Double, maximumNorm: Double, log: inout TrainingLog
) throws {
  guard epochs > 0 else { return }
  for _ in 1...epochs {
    var validationTotal = 0.0
    for example in validation {
      let trace = try rnnForward(
        example.inputs, initialHidden: Vector(zeros: parameters.hiddenSize),
        parameters: parameters)
      validationTotal += try crossEntropy(
        trace.logits, targets: example.targets, reduction: .mean) * Double(example.targets.count)
    }
    var losses = [Double](repeating: 0, count: training.count)
    for (k, example) in training.enumerated() {
      var copy = parameters
      let trace = try rnnForward(
        example.inputs, initialHidden: Vector(zeros: copy.hiddenSize), parameters: copy)
      losses[k] = try crossEntropy(trace.logits, targets: example.targets, reduction: .sum)
      let gradient = try rnnBackward(trace, targets: example.targets, parameters: copy).gradients
      try sgdStep(
        &copy, gradients: clip(gradient, maximumNorm: maximumNorm), learningRate: learningRate)
      parameters = copy
    }
    let mean = losses.reduce(0, +) / Double(losses.count)
    log.record(training: mean, validation: validationTotal / Double(validation.count))
  }
}
