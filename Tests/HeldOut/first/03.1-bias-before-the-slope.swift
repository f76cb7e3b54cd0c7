// exercise: 03.1
// is: wrong
// cause: The hidden bias gets the gradient of the state, before the slope of the tanh, instead of that of the activation.
// named: bHidden|bias
// named: slope|tanh|1 − h|dHidden|dh
// swift-format-ignore-file

func rnnBackward(
  _ trace: RNNTrace, targets: [Int], parameters: RNNParameters
) throws -> (gradients: RNNParameters, dInitialHidden: Vector) {
  var g = parameters.zeros
  var dNext = Vector(zeros: parameters.hiddenSize)
  for t in trace.inputs.indices.reversed() {
    let h = trace.hidden[t]
    let hPrev = t > 0 ? trace.hidden[t - 1] : trace.initialHidden
    var d = try softmax(trace.logits[t])
    d[targets[t]] -= 1
    g.W.addOuter(d, h)
    g.bOutput += d
    let dh = parameters.W.transposedProduct(d) + dNext
    g.bHidden += dh
    let a = dh * (1 - h * h)
    for i in a.indices { g.U[i, trace.inputs[t]] += a[i] }
    g.V.addOuter(a, hPrev)
    dNext = parameters.V.transposedProduct(a)
  }
  return (g, dNext)
}
