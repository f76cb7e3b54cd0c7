// exercise: 03.1
// is: wrong
// cause: Two at once: the gradient that comes back from the next step is never added, and everything is divided by T.
// named: no way back|dNext|next step|carry
// named: mean|divided by T|1/T
// swift-format-ignore-file

func rnnBackward(
  _ trace: RNNTrace, targets: [Int], parameters: RNNParameters
) throws -> (gradients: RNNParameters, dInitialHidden: Vector) {
  let T = Double(trace.inputs.count)
  var g = parameters.zeros
  var dPrev = Vector(zeros: parameters.hiddenSize)
  for t in trace.inputs.indices.reversed() {
    let h = trace.hidden[t]
    let before = t > 0 ? trace.hidden[t - 1] : trace.initialHidden
    var d = try softmax(trace.logits[t])
    d[targets[t]] -= 1
    d = d / T
    g.W.addOuter(d, h)
    g.bOutput += d
    let dh = parameters.W.transposedProduct(d)
    let da = dh * (1 - h * h)
    for i in da.indices { g.U[i, trace.inputs[t]] += da[i] }
    g.V.addOuter(da, before)
    g.bHidden += da
    dPrev = parameters.V.transposedProduct(da)
  }
  return (g, dPrev)
}
