// exercise: 03.1
// is: wrong
// cause: The gradient of V lies on its side: the outer product of the state before with the activation's gradient, instead of the other way round.
// named: dV.*transposed|transposed.*dV|dVᵀ
// swift-format-ignore-file

func rnnBackward(
  _ trace: RNNTrace, targets: [Int], parameters: RNNParameters
) throws -> (gradients: RNNParameters, dInitialHidden: Vector) {
  var grads = parameters.zeros
  var dNext = Vector(zeros: parameters.hiddenSize)
  for t in trace.inputs.indices.reversed() {
    let hPrev = t > 0 ? trace.hidden[t - 1] : trace.initialHidden
    var dOut = try softmax(trace.logits[t])
    dOut[targets[t]] -= 1
    grads.W.addOuter(dOut, trace.hidden[t])
    grads.bOutput += dOut
    let dh = parameters.W.transposedProduct(dOut) + dNext
    let da = dh * trace.hidden[t].map { 1 - $0 * $0 }
    for k in da.indices { grads.U[k, trace.inputs[t]] += da[k] }
    grads.V.addOuter(hPrev, da)
    grads.bHidden += da
    dNext = parameters.V.transposedProduct(da)
  }
  return (grads, dNext)
}
