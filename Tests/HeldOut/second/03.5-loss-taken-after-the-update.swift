// exercise: 03.5
// is: wrong
// cause: The training loss of a sequence is taken after its update, with the new weights, instead of before it.
// named: loss
// named: after
// swift-format-ignore-file

func train(
  _ parameters: inout RNNParameters, on training: [Example], validation: [Example], epochs: Int,
  learningRate: Double, maximumNorm: Double, log: inout TrainingLog
) throws {
  let start = Vector(zeros: parameters.hiddenSize)
  func loss(_ e: Example, _ p: RNNParameters) throws -> Double {
    let trace = try rnnForward(e.inputs, initialHidden: start, parameters: p)
    return try crossEntropy(trace.logits, targets: e.targets, reduction: .sum)
  }
  for _ in 0..<epochs {
    var v = 0.0
    for e in validation { v += try loss(e, parameters) }
    var s = 0.0
    for e in training {
      let trace = try rnnForward(e.inputs, initialHidden: start, parameters: parameters)
      let g = try rnnBackward(trace, targets: e.targets, parameters: parameters).gradients
      try sgdStep(
        &parameters, gradients: try clip(g, maximumNorm: maximumNorm), learningRate: learningRate)
      s += try loss(e, parameters)
    }
    log.record(training: s / Double(training.count), validation: v / Double(validation.count))
  }
}
