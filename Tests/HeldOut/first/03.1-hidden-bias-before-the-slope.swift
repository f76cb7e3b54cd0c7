// exercise: 03.1
// is: wrong
// cause: The gradient of the hidden bias adds up dh instead of da, without the slope of the tanh.
// named: bias|b_?h|bHidden
// named: tanh|slope|deriv|\bdh|dHidden|gradient (of|at) the state
// swift-format-ignore-file

func rnnBackward(
  _ trace: RNNTrace, targets: [Int], parameters: RNNParameters
) throws -> (gradients: RNNParameters, dInitialHidden: Vector) {
  var (dU, dV, dW) = (parameters.zeros.U, parameters.zeros.V, parameters.zeros.W)
  var dHiddens: [Vector] = []
  var dLogits: [Vector] = []
  var fromFuture = Vector(zeros: parameters.hiddenSize)

  for t in trace.hidden.indices.reversed() {
    let previous = t == 0 ? trace.initialHidden : trace.hidden[t - 1]
    let dl = try softmax(trace.logits[t])
      - oneHot(targets[t], size: parameters.vocabularySize)
    let dh = parameters.W.transposedProduct(dl) + fromFuture
    let da = dh * trace.hidden[t].map { 1 - $0 * $0 }
    dW.addOuter(dl, trace.hidden[t])
    dV.addOuter(da, previous)
    for i in 0..<da.count { dU[i, trace.inputs[t]] += da[i] }
    fromFuture = parameters.V.transposedProduct(da)
    dHiddens.append(dh)
    dLogits.append(dl)
  }
  // A bias has the factor 1: its gradient is the sum over the steps.
  let zeroH = Vector(zeros: parameters.hiddenSize)
  let zeroV = Vector(zeros: parameters.vocabularySize)
  let gradients = RNNParameters(
    U: dU, V: dV, W: dW, bHidden: dHiddens.reduce(zeroH, +), bOutput: dLogits.reduce(zeroV, +))
  return (gradients, fromFuture)
}
