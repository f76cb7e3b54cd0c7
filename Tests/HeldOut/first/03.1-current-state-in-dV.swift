// exercise: 03.1
// is: wrong
// cause: The gradient of V is the outer product with h_t, the state after the step, instead of with the state before it.
// named: dV
// named: h_t|after the step|current
// swift-format-ignore-file

func rnnBackward(
  _ trace: RNNTrace, targets: [Int], parameters: RNNParameters
) throws -> (gradients: RNNParameters, dInitialHidden: Vector) {
  let H = parameters.hiddenSize
  let T = trace.inputs.count
  var dU = Matrix(zeros: H, parameters.vocabularySize)
  var dV = Matrix(zeros: H, H)
  var dW = Matrix(zeros: parameters.vocabularySize, H)
  var dbh = Vector(zeros: H)
  var dbo = Vector(zeros: parameters.vocabularySize)
  var dh_next = Vector(zeros: H)

  for t in stride(from: T - 1, through: 0, by: -1) {
    // backprop into the output layer
    var dy = try softmax(trace.logits[t])
    dy[targets[t]] -= 1
    dW += dy.outer(trace.hidden[t])
    dbo += dy
    // backprop into h
    let dh = parameters.W.transposedProduct(dy) + dh_next
    // through the tanh
    var da = Vector(zeros: H)
    for i in 0..<H {
      da[i] = (1 - trace.hidden[t][i] * trace.hidden[t][i]) * dh[i]
    }
    dbh += da
    for i in 0..<H {
      dU[i, trace.inputs[t]] += da[i]
    }
    dV += da.outer(trace.hidden[t])
    dh_next = parameters.V.transposedProduct(da)
  }
  let grads = RNNParameters(U: dU, V: dV, W: dW, bHidden: dbh, bOutput: dbo)
  return (grads, dh_next)
}
