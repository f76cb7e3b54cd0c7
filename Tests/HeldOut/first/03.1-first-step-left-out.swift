// exercise: 03.1
// is: wrong
// cause: The loop ends one step early: the first step of the sequence takes no part, as its state before seems not to be in the list.
// named: first step|t = 0|step 0
// swift-format-ignore-file

func rnnBackward(
  _ trace: RNNTrace, targets: [Int], parameters: RNNParameters
) throws -> (gradients: RNNParameters, dInitialHidden: Vector) {
  var g = parameters.zeros
  var dNext = Vector(zeros: parameters.hiddenSize)
  for t in stride(from: trace.inputs.count - 1, to: 0, by: -1) {
    let h = trace.hidden[t]
    var d = try softmax(trace.logits[t])
    d[targets[t]] -= 1
    g.W.addOuter(d, h)
    g.bOutput += d
    let a = (parameters.W.transposedProduct(d) + dNext) * (1 - h * h)
    for i in a.indices { g.U[i, trace.inputs[t]] += a[i] }
    g.V.addOuter(a, trace.hidden[t - 1])
    g.bHidden += a
    dNext = parameters.V.transposedProduct(a)
  }
  return (g, dNext)
}
