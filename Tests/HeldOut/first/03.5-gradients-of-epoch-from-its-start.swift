// exercise: 03.5
// is: wrong
// cause: All losses and gradients of an epoch are computed at the weights of its start and applied afterwards, instead of each at the weights after the update before.
// named: start of (the|an|each|its) epoch|beginning of (the|an|each)|stale|old weights|same weights|all (gradients|sequences)|batch|epoch'?s? (first|start)|once per epoch|first weights|before (any|the first) update
// swift-format-ignore-file

func train(
  _ parameters: inout RNNParameters, on training: [Example], validation: [Example], epochs: Int,
  learningRate: Double, maximumNorm: Double, log: inout TrainingLog
) throws {
  let zero = Vector(zeros: parameters.hiddenSize)
  for _ in 0..<epochs {
    let current = parameters
    func run(_ sample: Example) throws -> RNNTrace {
      try rnnForward(sample.inputs, initialHidden: zero, parameters: current)
    }
    func loss(_ trace: RNNTrace, _ sample: Example) throws -> Double {
      try crossEntropy(trace.logits, targets: sample.targets, reduction: .sum)
    }
    let validationLosses = try validation.map { try loss(try run($0), $0) }
    // everything that needs no update first: could be done in parallel
    let traces = try training.map(run)
    let losses = try zip(traces, training).map { try loss($0, $1) }
    let gradients = try zip(traces, training).map {
      try rnnBackward($0, targets: $1.targets, parameters: current).gradients
    }
    for g in gradients {
      try sgdStep(
        &parameters, gradients: try clip(g, maximumNorm: maximumNorm), learningRate: learningRate)
    }
    log.record(
      training: losses.reduce(0, +) / Double(losses.count),
      validation: validationLosses.reduce(0, +) / Double(validationLosses.count))
  }
}
