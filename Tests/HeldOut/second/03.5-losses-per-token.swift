// exercise: 03.5
// is: wrong
// cause: The losses that are recorded are means per token instead of sums per sequence.
// named: per token|mean.*(step|token|T)|divided by
// swift-format-ignore-file

func train(
  _ parameters: inout RNNParameters, on training: [Example], validation: [Example], epochs: Int,
  learningRate: Double, maximumNorm: Double, log: inout TrainingLog
) throws {
  let h0 = Vector(zeros: parameters.hiddenSize)
  for _ in 0..<epochs {
    var valLosses: [Double] = []
    for e in validation {
      let out = try rnnForward(e.inputs, initialHidden: h0, parameters: parameters)
      valLosses.append(try crossEntropy(out.logits, targets: e.targets, reduction: .mean))
    }
    var trainLosses: [Double] = []
    for e in training {
      let out = try rnnForward(e.inputs, initialHidden: h0, parameters: parameters)
      trainLosses.append(try crossEntropy(out.logits, targets: e.targets, reduction: .mean))
      let (grads, _) = try rnnBackward(out, targets: e.targets, parameters: parameters)
      let clipped = try clip(grads, maximumNorm: maximumNorm)
      try sgdStep(&parameters, gradients: clipped, learningRate: learningRate)
    }
    log.record(
      training: trainLosses.reduce(0, +) / Double(trainLosses.count),
      validation: valLosses.reduce(0, +) / Double(valLosses.count))
  }
}
