// exercise: 04.5
// is: right
// cause: right, written another way.
// swift-format-ignore-file

func train(
  _ parameters: inout LSTMParameters, on training: [Example], validation: [Example], epochs: Int,
  learningRate: Double, maximumNorm: Double, log: inout TrainingLog
) throws {
  /// (loss, gradient) of a sequence; the loss from the probabilities' side.
  func lossAndGradient(_ e: Example, at p: LSTMParameters) throws -> (Double, () throws -> LSTMParameters) {
    let nought = Vector(zeros: p.hiddenSize)
    let trace = try lstmForward(e.inputs, initialHidden: nought, initialCell: nought, parameters: p)
    var loss = 0.0
    for t in e.targets.indices {
      loss += try crossEntropy([trace.logits[t]], targets: [e.targets[t]], reduction: .sum)
    }
    return (loss, { try lstmBackward(trace, targets: e.targets, parameters: p).gradients })
  }

  var epoch = 0
  var model = parameters
  defer { parameters = model }
  while epoch < epochs {
    var held: [Double] = []
    for e in validation { held.append(try lossAndGradient(e, at: model).0) }
    var met: [Double] = []
    for e in training {
      let (loss, gradient) = try lossAndGradient(e, at: model)
      met.append(loss)
      // Momentum-free descent: w + (−r) · clipped.
      let clipped = try clip(try gradient(), maximumNorm: maximumNorm)
      for k in model.tensors.indices {
        model.tensors[k] += (-learningRate) * clipped.tensors[k]
      }
    }
    log.record(
      training: Vector(met).sum / Double(met.count), validation: Vector(held).sum / Double(held.count))
    epoch += 1
  }
}
