// exercise: 03.1
// is: right
// swift-format-ignore-file

func rnnBackward(
  _ trace: RNNTrace, targets: [Int], parameters: RNNParameters
) throws -> (gradients: RNNParameters, dInitialHidden: Vector) {
  let (H, D, T) = (parameters.hiddenSize, parameters.vocabularySize, trace.inputs.count)

  // errors at the logits, one row per step
  let errors = try (0..<T).map { t -> Vector in
    try softmax(trace.logits[t]) - oneHot(targets[t], size: D)
  }
  // errors at the activations, filled from the back
  var deltas = Array(repeating: Vector(zeros: H), count: T + 1)
  for t in stride(from: T - 1, through: 0, by: -1) {
    for i in 0..<H {
      var d = 0.0
      for k in 0..<D { d += parameters.W[k, i] * errors[t][k] }
      for j in 0..<H { d += parameters.V[j, i] * deltas[t + 1][j] }
      let h = trace.hidden[t][i]
      deltas[t][i] = d * (1 - h) * (1 + h)
    }
  }
  deltas.removeLast()

  let E = Matrix(columns: errors)  // D × T
  let A = Matrix(columns: deltas)  // H × T
  let states = Matrix(rows: trace.hidden)  // T × H
  let before = Matrix(rows: [trace.initialHidden] + trace.hidden.dropLast())
  let X: Matrix = try oneHot(trace.inputs, size: D)  // T × D
  let gradients = RNNParameters(
    U: A * X, V: A * before, W: E * states,
    bHidden: A.sumOfColumns, bOutput: E.sumOfColumns)
  return (gradients, parameters.V.transposed * deltas[0])
}
