// exercise: 07.5
// is: wrong
// cause: The gradient is multiplied by the learning rate first and the product is clipped, so the clipping bounds the step and not the gradient.
// named: clip
// named: learning rate|step|update|rate
// swift-format-ignore-file

func train(
  _ parameters: inout GRUParameters, on training: [Example], validation: [Example], epochs: Int,
  learningRate: Double, maximumNorm: Double, log: inout TrainingLog
) throws {

  guard epochs > 0 else { return }
  let start = Vector(zeros: parameters.hiddenSize)
  for _ in 1...epochs {
    let current = parameters
    let validationLosses = try validation.map { sample in
      try crossEntropy(
        gruForward(sample.inputs, initialHidden: start, parameters: current).logits,
        targets: sample.targets, reduction: .sum)
    }
    var trainingLosses: [Double] = []
    for sample in training {
      let trace = try gruForward(sample.inputs, initialHidden: start, parameters: parameters)
      trainingLosses.append(
        try crossEntropy(trace.logits, targets: sample.targets, reduction: .sum))
      var delta = try gruBackward(trace, targets: sample.targets, parameters: parameters).gradients
      delta.tensors = delta.tensors.map { learningRate * $0 }
      delta = try clip(delta, maximumNorm: maximumNorm)
      parameters.tensors = zip(parameters.tensors, delta.tensors).map { $0 - $1 }
    }
    log.record(
      training: trainingLosses.reduce(0, +) / Double(trainingLosses.count),
      validation: validationLosses.reduce(0, +) / Double(validationLosses.count))
  }
}
