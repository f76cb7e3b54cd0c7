// exercise: 03.5
// is: wrong
// cause: The sum of the training losses is not set back to zero at the start of an epoch, so it holds the losses of all epochs so far.
// named: training|recorded loss|loss
// named: not (reset|set back|cleared|zeroed|started)|reset|earlier epochs|all epochs|previous epochs|epochs? before|epochs so far|accumulat|cumulat|running (sum|total)|epoch to epoch|carried over|keeps? (adding|growing)
// swift-format-ignore-file

func train(
  _ parameters: inout RNNParameters, on training: [Example], validation: [Example], epochs: Int,
  learningRate: Double, maximumNorm: Double, log: inout TrainingLog
) throws {
  let start = Vector(zeros: parameters.hiddenSize)
  var met = 0.0
  var epoch = 0
  while epoch < epochs {
    var held = 0.0
    for v in validation {
      let run = try rnnForward(v.inputs, initialHidden: start, parameters: parameters)
      held += try crossEntropy(run.logits, targets: v.targets, reduction: .sum)
    }
    for s in training {
      let run = try rnnForward(s.inputs, initialHidden: start, parameters: parameters)
      met += try crossEntropy(run.logits, targets: s.targets, reduction: .sum)
      var g = try rnnBackward(run, targets: s.targets, parameters: parameters).gradients
      g = try clip(g, maximumNorm: maximumNorm)
      try sgdStep(&parameters, gradients: g, learningRate: learningRate)
    }
    log.record(
      training: met / Double(training.count), validation: held / Double(validation.count))
    epoch += 1
  }
}
