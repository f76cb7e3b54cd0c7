// exercise: 03.5
// is: wrong
// cause: In training each sequence starts from the last hidden state of the sequence before it, instead of from zeros.
// named: hidden|state
// named: carried|previous sequence|sequence before|last sequence|next sequence|not (reset|zero)|reset|carr(y|ies)|earlier sequence|left over|from (one )?sequence to|where the (last|previous)|kept
// swift-format-ignore-file

func train(
  _ parameters: inout RNNParameters, on training: [Example], validation: [Example], epochs: Int,
  learningRate: Double, maximumNorm: Double, log: inout TrainingLog
) throws {
  let zeros = Vector(zeros: parameters.hiddenSize)
  for _ in 0..<epochs {
    var valid = 0.0
    for ex in validation {
      let tr = try rnnForward(ex.inputs, initialHidden: zeros, parameters: parameters)
      valid += try crossEntropy(tr.logits, targets: ex.targets, reduction: .sum)
    }
    var running = 0.0
    var h = zeros
    for ex in training {
      let tr = try rnnForward(ex.inputs, initialHidden: h, parameters: parameters)
      running += try crossEntropy(tr.logits, targets: ex.targets, reduction: .sum)
      let (g, _) = try rnnBackward(tr, targets: ex.targets, parameters: parameters)
      try sgdStep(
        &parameters, gradients: try clip(g, maximumNorm: maximumNorm), learningRate: learningRate)
      h = tr.hidden[tr.hidden.count - 1]
    }
    log.record(
      training: running / Double(training.count), validation: valid / Double(validation.count))
  }
}
