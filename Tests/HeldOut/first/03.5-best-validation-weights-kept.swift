// exercise: 03.5
// is: wrong
// cause: At the end the weights with the best validation loss are given back (early stopping) instead of those after the last update.
// named: best|last (update|epoch)|earlier (weights|epoch|parameters)|early stop|restor|snapshot|begin\w* of (the|an|its) (last )?epoch|start of
// named: weights|parameters|updates?|epoch
// swift-format-ignore-file

func train(
  _ parameters: inout RNNParameters, on training: [Example], validation: [Example], epochs: Int,
  learningRate: Double, maximumNorm: Double, log: inout TrainingLog
) throws {
  let h0 = Vector(zeros: parameters.hiddenSize)
  var best = parameters
  var bestLoss = Double.infinity
  for _ in 0..<epochs {
    var validationLoss = 0.0
    for sample in validation {
      let trace = try rnnForward(sample.inputs, initialHidden: h0, parameters: parameters)
      validationLoss += try crossEntropy(trace.logits, targets: sample.targets, reduction: .sum)
    }
    validationLoss /= Double(validation.count)
    if validationLoss < bestLoss {
      bestLoss = validationLoss
      best = parameters
    }
    var trainingLoss = 0.0
    for sample in training {
      let trace = try rnnForward(sample.inputs, initialHidden: h0, parameters: parameters)
      trainingLoss += try crossEntropy(trace.logits, targets: sample.targets, reduction: .sum)
      let (g, _) = try rnnBackward(trace, targets: sample.targets, parameters: parameters)
      let clipped = try clip(g, maximumNorm: maximumNorm)
      try sgdStep(&parameters, gradients: clipped, learningRate: learningRate)
    }
    log.record(training: trainingLoss / Double(training.count), validation: validationLoss)
  }
  parameters = best
}
