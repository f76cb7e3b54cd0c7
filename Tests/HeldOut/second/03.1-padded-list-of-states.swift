// exercise: 03.1
// is: right
// cause: States with the initial one in front, one-hot vectors everywhere, outer products as matrices.
// swift-format-ignore-file

func rnnBackward(
  _ trace: RNNTrace, targets: [Int], parameters: RNNParameters
) throws -> (gradients: RNNParameters, dInitialHidden: Vector) {
  let states = [trace.initialHidden] + trace.hidden
  var (U, V, W) = (parameters.U * 0, parameters.V * 0, parameters.W * 0)
  var (bh, bo) = (parameters.bHidden * 0, parameters.bOutput * 0)
  var delta = Vector(zeros: parameters.hiddenSize)
  for (t, token) in trace.inputs.enumerated().reversed() {
    let y: Vector = try oneHot(targets[t], size: parameters.vocabularySize)
    let x: Vector = try oneHot(token, size: parameters.vocabularySize)
    let error = try softmax(trace.logits[t]) - y
    W = W + Matrix(column: error) * Matrix(column: states[t + 1]).transposed
    bo = bo + error
    delta = delta + parameters.W.transposed * error
    delta = delta - delta * states[t + 1] * states[t + 1]
    U = U + Matrix(column: delta) * Matrix(rows: [x])
    V = V + Matrix(column: delta) * Matrix(rows: [states[t]])
    bh = bh + delta
    delta = parameters.V.transposed * delta
  }
  return (RNNParameters(U: U, V: V, W: W, bHidden: bh, bOutput: bo), delta)
}
