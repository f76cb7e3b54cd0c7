// exercise: 03.1
// is: wrong
// cause: The column of U that belongs to a token is assigned instead of added to, so that only its earliest occurrence counts.
// named: dU
// named: assigned|overwritten|not (added|accumulated)|instead of added|once
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
    let a = (parameters.W.transposedProduct(d) + dNext) * (1 - h * h)
    for i in a.indices { g.U[i, trace.inputs[t]] = a[i] }
    g.V.addOuter(a, hPrev)
    g.bHidden += a
    dNext = parameters.V.transposedProduct(a)
  }
  return (g, dNext)
}
