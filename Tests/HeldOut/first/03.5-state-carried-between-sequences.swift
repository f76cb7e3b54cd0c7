// exercise: 03.5
// is: wrong
// cause: The hidden state is carried on from one sequence to the next instead of starting from zeros.
// named: state.*(carried|kept).*sequence
// swift-format-ignore-file

func train(
  _ parameters: inout RNNParameters, on training: [Example], validation: [Example], epochs: Int,
  learningRate: Double, maximumNorm: Double, log: inout TrainingLog
) throws {
  for _ in 0..<epochs {
    var val = 0.0
    for example in validation {
      let t = try rnnForward(
        example.inputs, initialHidden: Vector(zeros: parameters.hiddenSize), parameters: parameters)
      val += try crossEntropy(t.logits, targets: example.targets, reduction: .sum)
    }
    var total = 0.0
    var state = Vector(zeros: parameters.hiddenSize)
    for example in training {
      let trace = try rnnForward(example.inputs, initialHidden: state, parameters: parameters)
      total += try crossEntropy(trace.logits, targets: example.targets, reduction: .sum)
      let back = try rnnBackward(trace, targets: example.targets, parameters: parameters)
      try sgdStep(
        &parameters, gradients: clip(back.gradients, maximumNorm: maximumNorm),
        learningRate: learningRate)
      state = trace.hidden.last ?? state
    }
    log.record(
      training: total / Double(training.count), validation: val / Double(validation.count))
  }
}
