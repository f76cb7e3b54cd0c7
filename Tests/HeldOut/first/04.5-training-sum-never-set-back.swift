// exercise: 04.5
// is: wrong
// cause: The sum of the training losses is not set back to zero at the start of an epoch, so later epochs record the sum of all epochs so far.
// named: training|loss|sum|record|log
// named: reset|set back|accumul|all epochs|earlier epochs|previous epochs?|epochs before|so far|since|piles?|running|carri|goes on|adds? up|grows|cumulat|never (cleared|zeroed)
// swift-format-ignore-file

func train(
  _ parameters: inout LSTMParameters, on training: [Example], validation: [Example], epochs: Int,
  learningRate: Double, maximumNorm: Double, log: inout TrainingLog
) throws {
  let H = parameters.hiddenSize
  let (n, m) = (Double(training.count), Double(validation.count))
  var lossSum = 0.0

  func run(_ e: Example, _ p: LSTMParameters) throws -> (LSTMTrace, Double) {
    let trace = try lstmForward(
      e.inputs, initialHidden: Vector(zeros: H), initialCell: Vector(zeros: H), parameters: p)
    return (trace, try crossEntropy(trace.logits, targets: e.targets, reduction: .sum))
  }

  var epoch = 0
  while epoch < epochs {
    let valid = try validation.reduce(0.0) { $0 + (try run($1, parameters)).1 }
    for e in training {
      let (trace, loss) = try run(e, parameters)
      lossSum += loss
      let (g, _, _) = try lstmBackward(trace, targets: e.targets, parameters: parameters)
      let clipped = try clip(g, maximumNorm: maximumNorm)
      try sgdStep(&parameters, gradients: clipped, learningRate: learningRate)
    }
    log.record(training: lossSum / n, validation: valid / m)
    epoch += 1
  }
}
