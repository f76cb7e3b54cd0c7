// exercise: 03.5
// is: right
// cause: Means kept as running means; the validation in a local function.
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
    var seen = 0.0
    for ex in training {
      let tr = try rnnForward(
        ex.inputs, initialHidden: Vector(zeros: parameters.hiddenSize), parameters: parameters)
      let l = try crossEntropy(tr.logits, targets: ex.targets, reduction: .sum)
      let g = try rnnBackward(tr, targets: ex.targets, parameters: parameters).gradients
      seen += 1
      total += (l - total) / seen
      let c = try clip(g, maximumNorm: maximumNorm)
      parameters.tensors = zip(parameters.tensors, c.tensors).map { $0 + (-learningRate) * $1 }
    }
    log.record(
      training: total, validation: val / Double(validation.count))
  }
}
