// exercise: 04.5
// is: wrong
// cause: Only the hidden state is set to zero for each training sequence; the memory cell goes on from where the sequence before left it.
// named: cell|memory|state
// named: carr|sequence before|previous sequence|surviv|goes on|kept|keeps|not (reset|cleared|zero)|across|from (one )?sequence to|between sequences|never (reset|cleared|set)|left off|next sequence
// swift-format-ignore-file

func train(
  _ parameters: inout LSTMParameters, on training: [Example], validation: [Example], epochs: Int,
  learningRate: Double, maximumNorm: Double, log: inout TrainingLog
) throws {
  let zero = Vector(zeros: parameters.hiddenSize)
  for _ in 0..<epochs {
    var validationLoss = 0.0
    for sample in validation {
      let trace = try lstmForward(
        sample.inputs, initialHidden: zero, initialCell: zero, parameters: parameters)
      validationLoss += try crossEntropy(trace.logits, targets: sample.targets, reduction: .sum)
    }

    var trainingLoss = 0.0
    var cell = zero
    for sample in training {
      let trace = try lstmForward(
        sample.inputs, initialHidden: zero, initialCell: cell, parameters: parameters)
      trainingLoss += try crossEntropy(trace.logits, targets: sample.targets, reduction: .sum)
      let gradients = try lstmBackward(
        trace, targets: sample.targets, parameters: parameters
      ).gradients
      try sgdStep(
        &parameters, gradients: try clip(gradients, maximumNorm: maximumNorm),
        learningRate: learningRate)
      if let last = trace.steps.last { cell = last.cell }
    }
    log.record(
      training: trainingLoss / Double(training.count),
      validation: validationLoss / Double(validation.count))
  }
}
