// exercise: 03.5
// is: wrong
// cause: In training the hidden state is carried over from one sequence to the next instead of beginning at zeros.
// named: state|hidden
// named: carr|previous sequence|sequence before|kept|reset|from (one )?sequence to|next sequence|last sequence|not (zero|begin|start)|left (over|by)|stateful|handed on|between sequences|across sequences|where the (last|previous)
// swift-format-ignore-file

func train(
  _ parameters: inout RNNParameters, on training: [Example], validation: [Example], epochs: Int,
  learningRate: Double, maximumNorm: Double, log: inout TrainingLog
) throws {
  let zeros = Vector(zeros: parameters.hiddenSize)
  for _ in 0..<epochs {
    var validationLoss = 0.0
    for ex in validation {
      let fwd = try rnnForward(ex.inputs, initialHidden: zeros, parameters: parameters)
      validationLoss += try crossEntropy(fwd.logits, targets: ex.targets, reduction: .sum)
    }

    var trainingLoss = 0.0
    var hidden = zeros
    for ex in training {
      let fwd = try rnnForward(ex.inputs, initialHidden: hidden, parameters: parameters)
      trainingLoss += try crossEntropy(fwd.logits, targets: ex.targets, reduction: .sum)
      let (grads, _) = try rnnBackward(fwd, targets: ex.targets, parameters: parameters)
      let clipped = try clip(grads, maximumNorm: maximumNorm)
      try sgdStep(&parameters, gradients: clipped, learningRate: learningRate)
      hidden = fwd.hidden.last ?? hidden
    }
    log.record(
      training: trainingLoss / Double(training.count),
      validation: validationLoss / Double(validation.count))
  }
}
