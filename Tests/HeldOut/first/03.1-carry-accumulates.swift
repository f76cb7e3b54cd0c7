// exercise: 03.1
// is: wrong
// cause: The carried gradient is added to the old carry instead of replacing it, so later steps are counted more than once.
// named: carr|dNext|through time|later steps?|next step|recurren
// named: accumul|add(ed|s|ing)? (up|to)|replac|more than once|twice|again|double|piles?|not (reset|cleared)
// swift-format-ignore-file

func rnnBackward(
  _ trace: RNNTrace, targets: [Int], parameters: RNNParameters
) throws -> (gradients: RNNParameters, dInitialHidden: Vector) {
  var gradients = parameters.zeros
  var dNext = Vector(zeros: parameters.hiddenSize)
  var t = trace.inputs.count - 1
  while t >= 0 {
    let h = trace.hidden[t]
    var dOut = try softmax(trace.logits[t])
    dOut[targets[t]] -= 1.0

    gradients.bOutput += dOut
    gradients.W.addOuter(dOut, h)

    var da = parameters.W.transposedProduct(dOut)
    da += dNext
    for i in da.indices { da[i] *= (1 + h[i]) * (1 - h[i]) }

    gradients.bHidden += da
    for i in da.indices { gradients.U[i, trace.inputs[t]] += da[i] }
    if t > 0 {
      gradients.V.addOuter(da, trace.hidden[t - 1])
    } else {
      gradients.V.addOuter(da, trace.initialHidden)
    }
    dNext += parameters.V.transposedProduct(da)
    t -= 1
  }
  return (gradients, dNext)
}
