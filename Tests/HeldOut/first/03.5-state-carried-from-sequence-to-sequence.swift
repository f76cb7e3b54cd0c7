// exercise: 03.5
// is: wrong
// cause: In training, each sequence starts from the last hidden state of the sequence before instead of zeros.
// named: state|hidden
// named: carried|carr(y|ies)|sequence before|previous sequence|last sequence|one sequence to the next|sequence to sequence|not reset|reset|starts? from|not (from )?zeros?|left over|previous example|preceding
// swift-format-ignore-file

func train(
  _ parameters: inout RNNParameters, on training: [Example], validation: [Example], epochs: Int,
  learningRate: Double, maximumNorm: Double, log: inout TrainingLog
) throws {
  let zero = Vector(zeros: parameters.hiddenSize)

  for _ in 0..<epochs {
    let snapshot = parameters
    let validationLosses = try validation.map { sample in
      try crossEntropy(
        rnnForward(sample.inputs, initialHidden: zero, parameters: snapshot).logits,
        targets: sample.targets, reduction: .sum)
    }

    var hidden = zero
    var trainingLosses: [Double] = []
    for sample in training {
      let trace = try rnnForward(sample.inputs, initialHidden: hidden, parameters: parameters)
      trainingLosses.append(
        try crossEntropy(trace.logits, targets: sample.targets, reduction: .sum))
      let (gradients, _) = try rnnBackward(
        trace, targets: sample.targets, parameters: parameters)
      let clipped = try clip(gradients, maximumNorm: maximumNorm)
      try sgdStep(&parameters, gradients: clipped, learningRate: learningRate)
      hidden = trace.hidden.last ?? hidden
    }

    log.record(
      training: trainingLosses.reduce(0, +) / Double(trainingLosses.count),
      validation: validationLosses.reduce(0, +) / Double(validationLosses.count))
  }
}
