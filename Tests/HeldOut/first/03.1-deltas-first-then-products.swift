// exercise: 03.1
// is: right
// cause: First all deltas, then one matrix product per weight.
// swift-format-ignore-file

func rnnBackward(
  _ trace: RNNTrace, targets: [Int], parameters: RNNParameters
) throws -> (gradients: RNNParameters, dInitialHidden: Vector) {
  let T = trace.inputs.count
  var out: [Vector] = [], delta: [Vector] = []
  for t in 0..<T {
    let p = try softmax(trace.logits[t])
    out.append(p - (try oneHot(targets[t], size: p.count)))
  }
  delta = out
  for t in stride(from: T - 1, through: 0, by: -1) {
    var s = parameters.W.transposed * out[t]
    if t + 1 < T { s += parameters.V.transposed * delta[t + 1] }
    let h = trace.hidden[t]
    delta[t] = s - s * h * h
  }
  let Dt = Matrix(rows: delta).transposed
  let Ot = Matrix(rows: out).transposed
  let X: Matrix = try oneHot(trace.inputs, size: parameters.vocabularySize)
  let before = Matrix(rows: [trace.initialHidden] + trace.hidden.dropLast())
  let gradients = RNNParameters(
    U: Dt * X, V: Dt * before, W: Ot * Matrix(rows: trace.hidden),
    bHidden: Dt.sumOfColumns, bOutput: Ot.sumOfColumns)
  return (gradients, parameters.V.transposed * delta[0])
}
