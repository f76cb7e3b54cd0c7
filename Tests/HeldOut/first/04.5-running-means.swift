// exercise: 04.5
// is: right
// swift-format-ignore-file

func train(
  _ parameters: inout LSTMParameters, on training: [Example], validation: [Example], epochs: Int,
  learningRate: Double, maximumNorm: Double, log: inout TrainingLog
) throws {
  let start = Vector(zeros: parameters.hiddenSize)
  func forward(_ example: Example, _ weights: LSTMParameters) throws -> (LSTMTrace, Double) {
    let trace = try lstmForward(
      example.inputs, initialHidden: start, initialCell: start, parameters: weights)
    // the sum as mean times length
    let mean = try crossEntropy(trace.logits, targets: example.targets, reduction: .mean)
    return (trace, mean * Double(example.targets.count))
  }

  var epoch = 0
  while epoch < epochs {
    defer { epoch += 1 }
    var before = 0.0
    for (k, example) in validation.enumerated() {
      let loss = try forward(example, parameters).1
      before += (loss - before) / Double(k + 1)
    }
    var met = 0.0
    for (k, example) in training.enumerated() {
      let (trace, loss) = try forward(example, parameters)
      met += (loss - met) / Double(k + 1)
      let (gradient, _, _) = try lstmBackward(
        trace, targets: example.targets, parameters: parameters)
      let shortened = try clip(gradient, maximumNorm: maximumNorm)
      var tensors = parameters.tensors
      for n in tensors.indices { tensors[n] -= learningRate * shortened.tensors[n] }
      parameters.tensors = tensors
    }
    log.record(training: met, validation: before)
  }
}
