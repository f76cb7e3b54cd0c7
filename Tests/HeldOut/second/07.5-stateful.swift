// exercise: 07.5
// is: wrong
// cause: A training sequence starts from the hidden state with which the previous training sequence ended, not from zeros (only an epoch's first one starts from zeros).
// named: state
// named: previous (training )?sequence|carried|sequence before|(not|never) (reset|zero|cleared)|instead of (from )?(a )?zeros?|from sequence to sequence|one sequence to the next|last sequence|where the|ended|earlier sequence|preceding|across
// swift-format-ignore-file

func train(
  _ parameters: inout GRUParameters, on training: [Example], validation: [Example], epochs: Int,
  learningRate: Double, maximumNorm: Double, log: inout TrainingLog
) throws {
  let zeros = Vector(zeros: parameters.hiddenSize)
  var epoch = 0
  while epoch < epochs {
    let validationLoss = try validation.reduce(0.0) { sum, e in
      let t = try gruForward(e.inputs, initialHidden: zeros, parameters: parameters)
      return sum + (try crossEntropy(t.logits, targets: e.targets, reduction: .sum))
    }
    var trainingLoss = 0.0
    var state = zeros
    for e in training {
      let t = try gruForward(e.inputs, initialHidden: state, parameters: parameters)
      trainingLoss += try crossEntropy(t.logits, targets: e.targets, reduction: .sum)
      let (g, _) = try gruBackward(t, targets: e.targets, parameters: parameters)
      try sgdStep(
        &parameters, gradients: try clip(g, maximumNorm: maximumNorm), learningRate: learningRate)
      state = t.steps.last?.hidden ?? state
    }
    log.record(
      training: trainingLoss / Double(training.count),
      validation: validationLoss / Double(validation.count))
    epoch += 1
  }
}
