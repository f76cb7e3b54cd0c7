// exercise: 04.5
// is: wrong
// cause: The validation loss is computed once before training and recorded again in every epoch.
// named: validation
// named: once|only (at|in|before)|initial (weights|parameters)|before (the training|training|the first epoch)|every epoch|same (number|value|loss)|never (measured|taken|computed) again|untrained|constant|first epoch|stale|begin
// swift-format-ignore-file

func train(
  _ parameters: inout LSTMParameters, on training: [Example], validation: [Example], epochs: Int,
  learningRate: Double, maximumNorm: Double, log: inout TrainingLog
) throws {
  let h0 = Vector(zeros: parameters.hiddenSize)
  let c0 = h0

  func run(_ e: Example, _ p: LSTMParameters) throws -> (LSTMTrace, Double) {
    let trace = try lstmForward(e.inputs, initialHidden: h0, initialCell: c0, parameters: p)
    return (trace, try crossEntropy(trace.logits, targets: e.targets, reduction: .sum))
  }

  // no update here
  var v = 0.0
  for e in validation { v += try run(e, parameters).1 }
  v /= Double(validation.count)

  for _ in 0..<epochs {
    var l = 0.0
    for e in training {
      let (trace, loss) = try run(e, parameters)
      l += loss
      let g = try lstmBackward(trace, targets: e.targets, parameters: parameters).gradients
      let clipped = try clip(g, maximumNorm: maximumNorm)
      try sgdStep(&parameters, gradients: clipped, learningRate: learningRate)
    }
    log.record(training: l / Double(training.count), validation: v)
  }
}
