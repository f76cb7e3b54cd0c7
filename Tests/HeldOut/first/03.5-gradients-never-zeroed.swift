// exercise: 03.5
// is: wrong
// cause: Gradients accumulate over the sequences of an epoch and are not set to zero before each (zero_grad forgotten).
// named: accumul|zero_?grad|(gradient).*(earlier|previous|before|sum)|not (reset|cleared)
// swift-format-ignore-file

func train(
  _ parameters: inout RNNParameters, on training: [Example], validation: [Example], epochs: Int,
  learningRate: Double, maximumNorm: Double, log: inout TrainingLog
) throws {
  for _ in 0..<epochs {
    var val = 0.0
    for ex in validation {
      let tr = try rnnForward(
        ex.inputs, initialHidden: Vector(zeros: parameters.hiddenSize), parameters: parameters)
      val += try crossEntropy(tr.logits, targets: ex.targets, reduction: .sum)
    }
    var total = 0.0
    var acc = parameters.zeros
    for ex in training {
      let tr = try rnnForward(
        ex.inputs, initialHidden: Vector(zeros: parameters.hiddenSize), parameters: parameters)
      total += try crossEntropy(tr.logits, targets: ex.targets, reduction: .sum)
      let g = try rnnBackward(tr, targets: ex.targets, parameters: parameters).gradients
      for k in acc.tensors.indices { acc.tensors[k] += g.tensors[k] }
      let clipped = try clip(acc, maximumNorm: maximumNorm)
      try sgdStep(&parameters, gradients: clipped, learningRate: learningRate)
    }
    log.record(
      training: total / Double(training.count), validation: val / Double(validation.count))
  }
}
