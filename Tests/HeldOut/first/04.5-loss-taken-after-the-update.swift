// exercise: 04.5
// is: wrong
// cause: A training sequence's loss is measured after its update instead of just before it.
// named: training|loss
// named: after (its|the|each|that|an) (own |sequence.?s )?(update|step)|updated (weights|parameters)|already (updated|moved|learned|trained)|behind (its|the) update|new (weights|parameters)|too late
// swift-format-ignore-file

private func loss(of e: Example, _ p: LSTMParameters) throws -> Double {
  let zero = Vector(zeros: p.hiddenSize)
  let logits = try lstmForward(
    e.inputs, initialHidden: zero, initialCell: zero, parameters: p
  ).logits
  return try crossEntropy(logits, targets: e.targets, reduction: .sum)
}

private func update(_ p: inout LSTMParameters, _ e: Example, _ rate: Double, _ c: Double) throws {
  let zero = Vector(zeros: p.hiddenSize)
  let trace = try lstmForward(e.inputs, initialHidden: zero, initialCell: zero, parameters: p)
  let gradients = try lstmBackward(trace, targets: e.targets, parameters: p).gradients
  try sgdStep(&p, gradients: clip(gradients, maximumNorm: c), learningRate: rate)
}

func train(
  _ parameters: inout LSTMParameters, on training: [Example], validation: [Example], epochs: Int,
  learningRate: Double, maximumNorm: Double, log: inout TrainingLog
) throws {
  for _ in 0..<epochs {
    var (train, test) = (0.0, 0.0)
    for e in validation { test += try loss(of: e, parameters) / Double(validation.count) }
    for e in training {
      try update(&parameters, e, learningRate, maximumNorm)
      train += try loss(of: e, parameters) / Double(training.count)
    }
    log.record(training: train, validation: test)
  }
}
