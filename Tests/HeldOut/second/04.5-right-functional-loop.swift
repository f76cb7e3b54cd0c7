// exercise: 04.5
// is: right
// cause: right, written another way.
// swift-format-ignore-file

func train(
  _ parameters: inout LSTMParameters, on training: [Example], validation: [Example], epochs: Int,
  learningRate: Double, maximumNorm: Double, log: inout TrainingLog
) throws {
  let origin = Vector(zeros: parameters.hiddenSize)
  var remaining = epochs
  while remaining > 0 {
    defer { remaining -= 1 }
    let frozen = parameters
    let before = try validation.map { v in
      let t = try lstmForward(
        v.inputs, initialHidden: origin, initialCell: origin, parameters: frozen)
      return try crossEntropy(t.logits, targets: v.targets, reduction: .mean)
        * Double(v.targets.count)
    }
    let met = try training.reduce(into: (loss: 0.0, weights: frozen)) { state, e in
      let t = try lstmForward(
        e.inputs, initialHidden: origin, initialCell: origin, parameters: state.weights)
      state.loss += try crossEntropy(t.logits, targets: e.targets, reduction: .sum)
      let g = try lstmBackward(t, targets: e.targets, parameters: state.weights).0
      try sgdStep(
        &state.weights, gradients: clip(g, maximumNorm: maximumNorm), learningRate: learningRate)
    }
    parameters = met.weights
    log.record(
      training: met.loss / Double(training.count),
      validation: before.reduce(0, +) / Double(before.count))
  }
}
