// exercise: 04.5
// is: wrong
// cause: Hidden state and cell are carried on from one training sequence to the next instead of starting from zeros.
// named: carried|from one sequence to the next|kept
// swift-format-ignore-file

func train(
  _ parameters: inout LSTMParameters, on training: [Example], validation: [Example], epochs: Int,
  learningRate: Double, maximumNorm: Double, log: inout TrainingLog
) throws {
  let H = parameters.hiddenSize
  for _ in 0..<epochs {
    var val = 0.0
    for e in validation {
      let trace = try lstmForward(
        e.inputs, initialHidden: Vector(zeros: H), initialCell: Vector(zeros: H),
        parameters: parameters)
      val += try crossEntropy(trace.logits, targets: e.targets, reduction: .sum)
    }
    var h = Vector(zeros: H)
    var c = Vector(zeros: H)
    var sum = 0.0
    for e in training {
      let trace = try lstmForward(
        e.inputs, initialHidden: h, initialCell: c, parameters: parameters)
      sum += try crossEntropy(trace.logits, targets: e.targets, reduction: .sum)
      let g = try lstmBackward(trace, targets: e.targets, parameters: parameters).gradients
      try sgdStep(
        &parameters, gradients: try clip(g, maximumNorm: maximumNorm), learningRate: learningRate)
      h = trace.steps[trace.steps.count - 1].hidden
      c = trace.steps[trace.steps.count - 1].cell
    }
    log.record(training: sum / Double(training.count), validation: val / Double(validation.count))
  }
}
