// exercise: 07.5
// is: wrong
// cause: Each tensor is clipped by its own norm instead of all by the norm of all together.
// named: clip|norm
// named: own|itself|each|separate|every tensor|per tensor|individual|one by one|by themselves
// swift-format-ignore-file

func train(
  _ parameters: inout GRUParameters, on training: [Example], validation: [Example], epochs: Int,
  learningRate: Double, maximumNorm: Double, log: inout TrainingLog
) throws {
  let zero = Vector(zeros: parameters.hiddenSize)
  for _ in 0..<epochs {
    var v = 0.0
    for e in validation {
      let trace = try gruForward(e.inputs, initialHidden: zero, parameters: parameters)
      v += try crossEntropy(trace.logits, targets: e.targets, reduction: .sum)
    }
    var s = 0.0
    for e in training {
      let trace = try gruForward(e.inputs, initialHidden: zero, parameters: parameters)
      s += try crossEntropy(trace.logits, targets: e.targets, reduction: .sum)
      var g = try gruBackward(trace, targets: e.targets, parameters: parameters).gradients
      g.tensors = try g.tensors.map {
        try clip(TensorList([$0]), maximumNorm: maximumNorm).tensors[0]
      }
      try sgdStep(&parameters, gradients: g, learningRate: learningRate)
    }
    log.record(training: s / Double(training.count), validation: v / Double(validation.count))
  }
}
