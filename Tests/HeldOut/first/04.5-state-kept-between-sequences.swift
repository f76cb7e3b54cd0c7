// exercise: 04.5
// is: wrong
// cause: Hidden state and cell are carried from one training sequence to the next, as in a stateful LSTM, and not reset to zeros.
// named: (state|hidden|cell).*(carried|kept|previous|zero|reset|one sequence)
// swift-format-ignore-file

func train(
  _ parameters: inout LSTMParameters, on training: [Example], validation: [Example], epochs: Int,
  learningRate: Double, maximumNorm: Double, log: inout TrainingLog
) throws {
  let zero = Vector(zeros: parameters.hiddenSize)
  for _ in 0..<epochs {
    var vloss = 0.0
    for e in validation {
      let run = try lstmForward(
        e.inputs, initialHidden: zero, initialCell: zero, parameters: parameters)
      vloss += try crossEntropy(run.logits, targets: e.targets, reduction: .sum)
    }
    var tloss = 0.0
    var state = (h: zero, c: zero)
    for e in training {
      let run = try lstmForward(
        e.inputs, initialHidden: state.h, initialCell: state.c, parameters: parameters)
      tloss += try crossEntropy(run.logits, targets: e.targets, reduction: .sum)
      let g = try lstmBackward(run, targets: e.targets, parameters: parameters).gradients
      try sgdStep(
        &parameters, gradients: try clip(g, maximumNorm: maximumNorm), learningRate: learningRate)
      state = (run.steps.last!.hidden, run.steps.last!.cell)
    }
    log.record(
      training: tloss / Double(training.count), validation: vloss / Double(validation.count))
  }
}
