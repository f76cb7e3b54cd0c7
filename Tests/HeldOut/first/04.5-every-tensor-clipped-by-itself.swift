// exercise: 04.5
// is: wrong
// cause: Each tensor of the gradient is clipped by its own norm instead of all by the one norm over all of them.
// named: clip|norm
// named: each|every|per|separate|by itself|own|single|tensor by tensor|alone|individual|one by one|one after
// swift-format-ignore-file

func train(
  _ parameters: inout LSTMParameters, on training: [Example], validation: [Example], epochs: Int,
  learningRate: Double, maximumNorm: Double, log: inout TrainingLog
) throws {
  let zeros = Vector(zeros: parameters.hiddenSize)
  guard epochs > 0 else { return }
  for _ in 1...epochs {
    let weights = parameters
    let validationLosses = try validation.map { example -> Double in
      let t = try lstmForward(
        example.inputs, initialHidden: zeros, initialCell: zeros, parameters: weights)
      return try crossEntropy(t.logits, targets: example.targets, reduction: .sum)
    }
    var trainingLosses = [Double]()
    for example in training {
      let t = try lstmForward(
        example.inputs, initialHidden: zeros, initialCell: zeros, parameters: parameters)
      trainingLosses.append(
        try crossEntropy(t.logits, targets: example.targets, reduction: .sum))
      var gradients = try lstmBackward(t, targets: example.targets, parameters: parameters).gradients
      gradients.tensors = try gradients.tensors.map { tensor in
        try clip(TensorList([tensor]), maximumNorm: maximumNorm).tensors[0]
      }
      try sgdStep(&parameters, gradients: gradients, learningRate: learningRate)
    }
    log.record(
      training: Vector(trainingLosses).sum / Double(trainingLosses.count),
      validation: Vector(validationLosses).sum / Double(validationLosses.count))
  }
}
