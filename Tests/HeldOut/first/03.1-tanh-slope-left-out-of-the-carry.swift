// exercise: 03.1
// is: wrong
// cause: What is carried back is Vᵀ dh, taken before the slope of the tanh, instead of Vᵀ of the gradient at the activation.
// named: carry
// named: tanh|slope|1 − h
// swift-format-ignore-file

func rnnBackward(
  _ trace: RNNTrace, targets: [Int], parameters: RNNParameters
) throws -> (gradients: RNNParameters, dInitialHidden: Vector) {
  var g = parameters.zeros
  var dhNext = Vector(zeros: parameters.hiddenSize)
  for t in trace.inputs.indices.reversed() {
    let h = trace.hidden[t]
    let hPrev = t == 0 ? trace.initialHidden : trace.hidden[t - 1]
    var dy = try softmax(trace.logits[t])
    dy[targets[t]] -= 1.0
    g.W.addOuter(dy, h)
    g.bOutput += dy
    let dh = parameters.W.transposedProduct(dy) + dhNext
    dhNext = parameters.V.transposedProduct(dh)
    let draw = (1 - h * h) * dh
    g.bHidden += draw
    g.V.addOuter(draw, hPrev)
    for i in 0..<parameters.hiddenSize { g.U[i, trace.inputs[t]] += draw[i] }
  }
  return (g, dhNext)
}
