// exercise: 07.5
// is: wrong
// cause: In training the last hidden state of one sequence is the initial state of the next instead of zeros.
// named: state|hidden
// named: carr|next sequence|zero|previous sequence|sequence before|last sequence|from (one )?sequence|not reset|anew|left over|kept
// swift-format-ignore-file

func train(
  _ parameters: inout GRUParameters, on training: [Example], validation: [Example], epochs: Int,
  learningRate: Double, maximumNorm: Double, log: inout TrainingLog
) throws {
  let zeros = Vector(zeros: parameters.hiddenSize)
  for _ in 0..<epochs {
    let current = parameters
    let held = try validation.map { sample -> Double in
      let t = try gruForward(sample.inputs, initialHidden: zeros, parameters: current)
      return try crossEntropy(t.logits, targets: sample.targets, reduction: .sum)
    }
    var hidden = zeros
    var losses: [Double] = []
    for sample in training {
      let trace = try gruForward(sample.inputs, initialHidden: hidden, parameters: parameters)
      losses.append(try crossEntropy(trace.logits, targets: sample.targets, reduction: .sum))
      let (g, _) = try gruBackward(trace, targets: sample.targets, parameters: parameters)
      try sgdStep(
        &parameters, gradients: try clip(g, maximumNorm: maximumNorm), learningRate: learningRate)
      if let last = trace.steps.last { hidden = last.hidden }
    }
    log.record(
      training: losses.reduce(0, +) / Double(losses.count),
      validation: held.reduce(0, +) / Double(held.count))
  }
}
