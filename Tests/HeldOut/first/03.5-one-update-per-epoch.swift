// exercise: 03.5
// is: wrong
// cause: The gradients of all sequences are added up and applied once at the end of the epoch, instead of one update per sequence.
// named: once (per|an|at the end)|per epoch|whole epoch|end of (the|each) epoch|accumulat|full.batch
// swift-format-ignore-file

func train(
  _ parameters: inout RNNParameters, on training: [Example], validation: [Example], epochs: Int,
  learningRate: Double, maximumNorm: Double, log: inout TrainingLog
) throws {
  let h0 = Vector(zeros: parameters.hiddenSize)
  for _ in 0..<epochs {
    var valLoss = 0.0
    for e in validation {
      let t = try rnnForward(e.inputs, initialHidden: h0, parameters: parameters)
      valLoss += try crossEntropy(t.logits, targets: e.targets, reduction: .sum)
    }
    var sum = parameters.zeros
    var trainLoss = 0.0
    for e in training {
      let t = try rnnForward(e.inputs, initialHidden: h0, parameters: parameters)
      trainLoss += try crossEntropy(t.logits, targets: e.targets, reduction: .sum)
      let g = try rnnBackward(t, targets: e.targets, parameters: parameters).gradients
      let c = try clip(g, maximumNorm: maximumNorm)
      for k in sum.tensors.indices { sum.tensors[k] += c.tensors[k] }
    }
    try sgdStep(&parameters, gradients: sum, learningRate: learningRate)
    log.record(
      training: trainLoss / Double(training.count), validation: valLoss / Double(validation.count))
  }
}
