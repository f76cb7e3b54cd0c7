// exercise: 07.5
// is: wrong
// cause: The gradients of earlier sequences are never cleared (no zero_grad): each update uses the running sum of all gradients so far.
// named: gradient
// named: accumul|zero|clear|earlier|previous|running|add(ed)? up|reset|so far|sum of all
// swift-format-ignore-file

func train(
  _ parameters: inout GRUParameters, on training: [Example], validation: [Example], epochs: Int,
  learningRate: Double, maximumNorm: Double, log: inout TrainingLog
) throws {

  let h0 = Vector(zeros: parameters.hiddenSize)
  var grad = parameters.zeros
  for _ in 0..<epochs {
    var val = 0.0
    for e in validation {
      let out = try gruForward(e.inputs, initialHidden: h0, parameters: parameters)
      val += try crossEntropy(out.logits, targets: e.targets, reduction: .sum)
    }
    var running = 0.0
    for e in training {
      let out = try gruForward(e.inputs, initialHidden: h0, parameters: parameters)
      running += try crossEntropy(out.logits, targets: e.targets, reduction: .sum)
      let fresh = try gruBackward(out, targets: e.targets, parameters: parameters).gradients
      grad.tensors = zip(grad.tensors, fresh.tensors).map { $0 + $1 }
      let clipped = try clip(grad, maximumNorm: maximumNorm)
      try sgdStep(&parameters, gradients: clipped, learningRate: learningRate)
    }
    log.record(
      training: running / Double(training.count), validation: val / Double(validation.count))
  }
}
