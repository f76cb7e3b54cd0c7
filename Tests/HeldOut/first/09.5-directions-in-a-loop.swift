// exercise: 09.5
// is: right
// swift-format-ignore-file

func levelBackward(
  _ trace: LevelTrace, dOutputs: [Vector], parameters: Level
) throws -> (gradients: Level, dInputs: [Vector]) {
  let (H, D, T) = (parameters.hiddenSize, parameters.inputSize, dOutputs.count)
  var gradients = parameters.zeros
  var dInputs = Array(repeating: Vector(zeros: D), count: T)

  // each direction: its trace, its weights, and where in time it was at its k-th step
  var directions: [(LayerTrace, LSTMLayer, (Int) -> Int)] = [
    (trace.forward, parameters.forward, { $0 })
  ]
  if let read = trace.reverse, let weights = parameters.reverse {
    directions.append((read, weights, { T - 1 - $0 }))
  }

  for (d, (read, weights, time)) in directions.enumerated() {
    let own = (0..<T).map { k in Vector(dOutputs[time(k)][d * H..<(d + 1) * H]) }
    let back = try layerBackward(read, dOutputs: own, parameters: weights)
    for k in 0..<T { dInputs[time(k)] += back.dInputs[k] }
    if d == 0 { gradients.forward = back.gradients } else { gradients.reverse = back.gradients }
  }
  return (gradients, dInputs)
}
