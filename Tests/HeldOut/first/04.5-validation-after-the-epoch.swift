// exercise: 04.5
// is: wrong
// cause: The validation loss of an epoch is taken after its updates instead of before them.
// named: validation
// named: after|end of (the|each|an) epoch|\blate\b|behind|trained weights|next epoch|instead of before
// swift-format-ignore-file

private func evaluate(_ set: [Example], _ parameters: LSTMParameters) throws -> Double {
  let zero = Vector(zeros: parameters.hiddenSize)
  var total = 0.0
  for example in set {
    let trace = try lstmForward(
      example.inputs, initialHidden: zero, initialCell: zero, parameters: parameters)
    total += try crossEntropy(trace.logits, targets: example.targets, reduction: .sum)
  }
  return total / Double(set.count)
}

func train(
  _ parameters: inout LSTMParameters, on training: [Example], validation: [Example], epochs: Int,
  learningRate: Double, maximumNorm: Double, log: inout TrainingLog
) throws {
  for _ in 0..<epochs {
    var running = 0.0
    for example in training {
      let zero = Vector(zeros: parameters.hiddenSize)
      let trace = try lstmForward(
        example.inputs, initialHidden: zero, initialCell: zero, parameters: parameters)
      running += try crossEntropy(trace.logits, targets: example.targets, reduction: .sum)
      let grads = try lstmBackward(trace, targets: example.targets, parameters: parameters).gradients
      try sgdStep(
        &parameters, gradients: clip(grads, maximumNorm: maximumNorm), learningRate: learningRate)
    }
    let validationLoss = try evaluate(validation, parameters)
    log.record(training: running / Double(training.count), validation: validationLoss)
  }
}
