// exercise: 04.5
// is: wrong
// cause: The gradients are not set to zero between sequences; each update uses the sum of all gradients of the epoch so far.
// named: gradients?
// named: not (zeroed|reset|cleared|set)|reset|cleared|accumulat|pile|add(ed|s)? up|zero_grad|earlier (sequences|examples)|all (sequences|examples|gradients)|so far|previous|sum of|carried over|before it
// swift-format-ignore-file

func train(
  _ parameters: inout LSTMParameters, on training: [Example], validation: [Example], epochs: Int,
  learningRate: Double, maximumNorm: Double, log: inout TrainingLog
) throws {
  let zeros = Vector(zeros: parameters.hiddenSize)
  for _ in 0..<epochs {
    var validationLoss = 0.0
    for example in validation {
      let trace = try lstmForward(
        example.inputs, initialHidden: zeros, initialCell: zeros, parameters: parameters)
      validationLoss += try crossEntropy(
        trace.logits, targets: example.targets, reduction: .sum)
    }

    var trainingLoss = 0.0
    var gradients = parameters.zeros
    for example in training {
      let trace = try lstmForward(
        example.inputs, initialHidden: zeros, initialCell: zeros, parameters: parameters)
      trainingLoss += try crossEntropy(trace.logits, targets: example.targets, reduction: .sum)
      let back = try lstmBackward(trace, targets: example.targets, parameters: parameters)
      gradients.tensors = zip(gradients.tensors, back.gradients.tensors).map { $0 + $1 }
      try sgdStep(
        &parameters, gradients: try clip(gradients, maximumNorm: maximumNorm),
        learningRate: learningRate)
    }
    log.record(
      training: trainingLoss / Double(training.count),
      validation: validationLoss / Double(validation.count))
  }
}
