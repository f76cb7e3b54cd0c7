// exercise: 03.5
// is: right
// cause: right, written another way.
// swift-format-ignore-file

func train(
  _ parameters: inout RNNParameters, on training: [Example], validation: [Example], epochs: Int,
  learningRate: Double, maximumNorm: Double, log: inout TrainingLog
) throws {
  /// The loss of one sequence, as nats per token times the tokens, and its trace.
  func pass(_ e: Example, _ p: RNNParameters) throws -> (Double, RNNTrace) {
    let trace = try rnnForward(
      e.inputs, initialHidden: Vector(zeros: p.hiddenSize), parameters: p)
    let mean = try crossEntropy(trace.logits, targets: e.targets, reduction: .mean)
    return (mean * Double(e.targets.count), trace)
  }

  for _ in stride(from: 0, to: epochs, by: 1) {
    let frozen = parameters
    let validationMean = try validation.reversed().reduce(0.0) {
      $0 + (try pass($1, frozen).0) / Double(validation.count)
    }
    // A running mean, corrected by each new loss.
    var trainingMean = 0.0
    for (k, e) in training.enumerated() {
      let (loss, trace) = try pass(e, parameters)
      trainingMean += (loss - trainingMean) / Double(k + 1)
      // Clip by hand, and scale by the rate in the same breath.
      let g = try rnnBackward(trace, targets: e.targets, parameters: parameters).gradients
      let norm = g.tensors.reduce(0) { $0 + $1.sumOfSquares }.squareRoot()
      let rate = learningRate * min(1, maximumNorm / (norm + 1e-6))
      parameters.tensors = zip(parameters.tensors, g.tensors).map { $0 - rate * $1 }
    }
    log.record(training: trainingMean, validation: validationMean)
  }
}
