// exercise: 04.5
// is: right
// swift-format-ignore-file

func train(
  _ parameters: inout LSTMParameters, on training: [Example], validation: [Example], epochs: Int,
  learningRate: Double, maximumNorm: Double, log: inout TrainingLog
) throws {
  guard epochs > 0 else { return }
  let nothing = Vector(zeros: parameters.bf.count)

  func read(_ e: Example, by p: LSTMParameters) throws -> (trace: LSTMTrace, loss: Double) {
    let trace = try lstmForward(
      e.inputs, initialHidden: nothing, initialCell: nothing, parameters: p)
    let perToken = try crossEntropy(trace.logits, targets: e.targets, reduction: .mean)
    return (trace, perToken * Double(e.targets.count))
  }

  let atFirst = parameters
  let before = try validation.map { try read($0, by: atFirst).loss }.reduce(0, +)
  var met: [Double] = []
  for example in training {
    let (trace, loss) = try read(example, by: parameters)
    met.append(loss)
    let slope = try lstmBackward(trace, targets: example.targets, parameters: parameters).gradients
    try sgdStep(
      &parameters, gradients: try clip(slope, maximumNorm: maximumNorm),
      learningRate: learningRate)
  }
  log.record(
    training: Vector(met).sum / Double(met.count), validation: before / Double(validation.count))
  // The rest of the epochs.
  try train(
    &parameters, on: training, validation: validation, epochs: epochs - 1,
    learningRate: learningRate, maximumNorm: maximumNorm, log: &log)
}
