// exercise: 03.1
// is: wrong
// cause: The slope of the tanh is taken as 1 − h instead of 1 − h².
// named: 1 − h\b|square|1 − h instead
// swift-format-ignore-file

func rnnBackward(
  _ trace: RNNTrace, targets: [Int], parameters: RNNParameters
) throws -> (gradients: RNNParameters, dInitialHidden: Vector) {
  var g = parameters.zeros
  var dh = Vector(zeros: parameters.hiddenSize)
  for t in trace.inputs.indices.reversed() {
    let p = try softmax(trace.logits[t])
    var e = p
    e[targets[t]] -= 1
    g.W += e.outer(trace.hidden[t])
    g.bOutput += e
    dh += parameters.W.transposedProduct(e)
    let da = (1 - trace.hidden[t]) * dh
    let prev = t == 0 ? trace.initialHidden : trace.hidden[t - 1]
    g.U += da.outer(try oneHot(trace.inputs[t], size: parameters.vocabularySize))
    g.V += da.outer(prev)
    g.bHidden += da
    dh = parameters.V.transposedProduct(da)
  }
  return (g, dh)
}
