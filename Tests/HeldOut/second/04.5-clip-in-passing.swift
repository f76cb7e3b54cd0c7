// exercise: 04.5
// is: wrong
// cause: The result of clip is thrown away and the SGD step takes the unclipped gradient, as if clip worked in place as in PyTorch.
// named: clip
// named: discard|unclipped|not (clipped|used)|never (clipped|used)|ignor|without|no clipping|result|thrown away|unused|not applied|left out|missing
// swift-format-ignore-file

func train(
  _ parameters: inout LSTMParameters, on training: [Example], validation: [Example], epochs: Int,
  learningRate: Double, maximumNorm: Double, log: inout TrainingLog
) throws {
  let zero = Vector(zeros: parameters.hiddenSize)
  for _ in 0..<epochs {
    var valid = 0.0
    for e in validation {
      let out = try lstmForward(
        e.inputs, initialHidden: zero, initialCell: zero, parameters: parameters)
      valid += try crossEntropy(out.logits, targets: e.targets, reduction: .sum)
    }
    var total = 0.0
    for e in training {
      let out = try lstmForward(
        e.inputs, initialHidden: zero, initialCell: zero, parameters: parameters)
      total += try crossEntropy(out.logits, targets: e.targets, reduction: .sum)
      let grads = try lstmBackward(out, targets: e.targets, parameters: parameters).gradients
      _ = try clip(grads, maximumNorm: maximumNorm)
      try sgdStep(&parameters, gradients: grads, learningRate: learningRate)
    }
    log.record(
      training: total / Double(training.count), validation: valid / Double(validation.count))
  }
}
