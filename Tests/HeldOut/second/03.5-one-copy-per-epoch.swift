// exercise: 03.5
// is: wrong
// cause: Within an epoch every forward and backward pass uses the weights from the epoch's beginning (a copy), not those that the previous update left.
// named: stale|start of (the|each|an) epoch|(the |an |each )epoch's (first|beginning|start)|begin(ning|s)? of (the|each|an|every) epoch|old (weights|parameters)|same (weights|parameters)|whole epoch|epoch began|once (per|an|each) epoch|earlier updates|previous update|before the epoch|batch
// swift-format-ignore-file

func train(
  _ parameters: inout RNNParameters, on training: [Example], validation: [Example], epochs: Int,
  learningRate: Double, maximumNorm: Double, log: inout TrainingLog
) throws {
  for _ in 0..<epochs {
    let model = parameters
    let h0 = Vector(zeros: model.hiddenSize)
    func run(_ example: Example) throws -> (RNNTrace, Double) {
      let trace = try rnnForward(example.inputs, initialHidden: h0, parameters: model)
      let loss = try crossEntropy(trace.logits, targets: example.targets, reduction: .sum)
      return (trace, loss)
    }

    let validationLoss = try validation.map { try run($0).1 }.reduce(0, +) / Double(validation.count)
    var trainingLoss = 0.0
    for example in training {
      let (trace, loss) = try run(example)
      trainingLoss += loss
      let (gradients, _) = try rnnBackward(trace, targets: example.targets, parameters: model)
      let clipped = try clip(gradients, maximumNorm: maximumNorm)
      try sgdStep(&parameters, gradients: clipped, learningRate: learningRate)
    }
    log.record(training: trainingLoss / Double(training.count), validation: validationLoss)
  }
}
