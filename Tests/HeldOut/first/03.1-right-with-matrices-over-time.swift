// exercise: 03.1
// is: right
// swift-format-ignore-file

func rnnBackward(
  _ trace: RNNTrace, targets: [Int], parameters: RNNParameters
) throws -> (gradients: RNNParameters, dInitialHidden: Vector) {
  let T = trace.inputs.count
  let V = parameters.vocabularySize

  // One row for each step.
  let dO: [Vector] = try (0..<T).map { t in
    let y: Vector = try oneHot(targets[t], size: V)
    return try softmax(trace.logits[t]) - y
  }
  let X: Matrix = try oneHot(trace.inputs, size: V)
  let H = Matrix(rows: trace.hidden)
  let before = Matrix(rows: [trace.initialHidden] + trace.hidden.dropLast())

  // da_t from da_{t+1}, recursively.
  func activations(from t: Int) -> [Vector] {
    if t == T { return [] }
    let later = activations(from: t + 1)
    var dh = parameters.W.transposed * dO[t]
    if let next = later.first { dh += parameters.V.transposed * next }
    return [dh - dh * trace.hidden[t] * trace.hidden[t]] + later
  }
  let da = activations(from: 0)
  let dA = Matrix(rows: da)
  let dLogits = Matrix(rows: dO)

  let gradients = RNNParameters(
    U: dA.transposed * X, V: dA.transposed * before, W: dLogits.transposed * H,
    bHidden: dA.transposed.sumOfColumns, bOutput: dLogits.transposed.sumOfColumns)
  return (gradients, parameters.V.transposedProduct(da[0]))
}
