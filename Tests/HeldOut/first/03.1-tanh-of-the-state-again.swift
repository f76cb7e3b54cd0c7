// exercise: 03.1
// is: wrong
// cause: The slope of tanh is taken as 1 − tanh²(h), with tanh applied a second time to the state that is already a tanh.
// named: slope|derivative|tanh|1 ?[-−–] ?h²
// named: again|twice|second (tanh|time)|already|tanh of (the )?(hidden|state|h\b)|tanh\(h|once more|double
// swift-format-ignore-file

private func dtanh(_ x: Vector) throws -> Vector {
  let y = try tanh(x)
  return 1.0 - y * y
}

func rnnBackward(
  _ trace: RNNTrace, targets: [Int], parameters: RNNParameters
) throws -> (gradients: RNNParameters, dInitialHidden: Vector) {
  var dU = Matrix(zeros: parameters.U.rows, parameters.U.columns)
  var dV = Matrix(zeros: parameters.V.rows, parameters.V.columns)
  var dW = Matrix(zeros: parameters.W.rows, parameters.W.columns)
  var dbh = Vector(zeros: parameters.hiddenSize)
  var dbo = Vector(zeros: parameters.vocabularySize)
  var dhnext = Vector(zeros: parameters.hiddenSize)

  for t in stride(from: targets.count - 1, through: 0, by: -1) {
    var dy = try softmax(trace.logits[t])
    dy[targets[t]] -= 1
    dW += dy.outer(trace.hidden[t])
    dbo += dy
    let dh = parameters.W.transposed * dy + dhnext
    let draw = try dtanh(trace.hidden[t]) * dh
    dbh += draw
    let x: Vector = try oneHot(trace.inputs[t], size: parameters.vocabularySize)
    dU += draw.outer(x)
    dV += draw.outer(t == 0 ? trace.initialHidden : trace.hidden[t - 1])
    dhnext = parameters.V.transposed * draw
  }
  return (RNNParameters(U: dU, V: dV, W: dW, bHidden: dbh, bOutput: dbo), dhnext)
}
