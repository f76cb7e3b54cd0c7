// exercise: 04.5
// is: wrong
// cause: Each update uses the sum of the gradients of all sequences of the epoch so far, because the gradient is not set back to zero after a step.
// named: gradient
// named: accumul|not (reset|zeroed|cleared|set back|set to zero)|add(s|ed|ing)? up|so far|earlier (sequences|gradients|steps)|previous (sequences?|gradients?|steps?)|sequences? before|reset|zero|clear|carried|old gradients
// swift-format-ignore-file

func train(
  _ parameters: inout LSTMParameters, on training: [Example], validation: [Example], epochs: Int,
  learningRate: Double, maximumNorm: Double, log: inout TrainingLog
) throws {
  func run(_ e: Example, _ p: LSTMParameters) throws -> (LSTMTrace, Double) {
    let zero = Vector(zeros: p.hiddenSize)
    let trace = try lstmForward(e.inputs, initialHidden: zero, initialCell: zero, parameters: p)
    return (trace, try crossEntropy(trace.logits, targets: e.targets, reduction: .sum))
  }
  for _ in 0..<epochs {
    var valLosses: [Double] = []
    for e in validation { valLosses.append(try run(e, parameters).1) }

    var grads = parameters.zeros
    var trainLosses: [Double] = []
    for e in training {
      let (trace, loss) = try run(e, parameters)
      trainLosses.append(loss)
      let new = try lstmBackward(trace, targets: e.targets, parameters: parameters).gradients
      grads.tensors = zip(grads.tensors, new.tensors).map { $0 + $1 }
      let clipped = try clip(grads, maximumNorm: maximumNorm)
      try sgdStep(&parameters, gradients: clipped, learningRate: learningRate)
    }
    log.record(
      training: Vector(trainLosses).sum / Double(training.count),
      validation: Vector(valLosses).sum / Double(validation.count))
  }
}
