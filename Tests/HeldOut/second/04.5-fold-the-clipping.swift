// exercise: 04.5
// is: right
// cause: Clipping and step are one: the learning rate is multiplied by the clipping factor, and the losses are running means; the initial state vector is shared by all passes.
// swift-format-ignore-file

func train(
  _ parameters: inout LSTMParameters, on training: [Example], validation: [Example], epochs: Int,
  learningRate: Double, maximumNorm: Double, log: inout TrainingLog
) throws {
  let origin = Vector(zeros: parameters.hiddenSize)
  func trace(_ e: Example, _ p: LSTMParameters) throws -> LSTMTrace {
    try lstmForward(e.inputs, initialHidden: origin, initialCell: origin, parameters: p)
  }
  for _ in 0..<epochs {
    var validationMean = 0.0, trainingMean = 0.0
    for (k, e) in validation.enumerated() {
      let loss = try crossEntropy(
        try trace(e, parameters).logits, targets: e.targets, reduction: .mean)
        * Double(e.targets.count)
      validationMean += (loss - validationMean) / Double(k + 1)
    }
    for (k, e) in training.enumerated() {
      let run = try trace(e, parameters)
      let g = try lstmBackward(run, targets: e.targets, parameters: parameters).gradients
      let norm = g.tensors.reduce(0) { $0 + $1.sumOfSquares }.squareRoot()
      let rate = learningRate * min(1, maximumNorm / (norm + 1e-6))
      parameters.tensors = zip(parameters.tensors, g.tensors).map { w, d in w + (-rate) * d }
      // The trace is older than the update.
      let loss = try crossEntropy(run.logits, targets: e.targets, reduction: .sum)
      trainingMean += (loss - trainingMean) / Double(k + 1)
    }
    log.record(training: trainingMean, validation: validationMean)
  }
}
