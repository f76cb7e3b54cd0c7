// exercise: 03.1
// is: wrong
// cause: What is returned for the initial state is the gradient at the first hidden state; the last way back, through tanh and Vᵀ, is missing.
// named: dInitialHidden|initial state
// named: one step|Vᵀ|before|short|dh|dHidden|first hidden|h_0|h_1|tanh|without
// swift-format-ignore-file

func rnnBackward(
  _ trace: RNNTrace, targets: [Int], parameters: RNNParameters
) throws -> (gradients: RNNParameters, dInitialHidden: Vector) {
  var gradients = parameters.zeros
  var dNext = Vector(zeros: parameters.hiddenSize)
  var dFirst = dNext
  for t in trace.inputs.indices.reversed() {
    let h = trace.hidden[t]
    let hBefore = t > 0 ? trace.hidden[t - 1] : trace.initialHidden
    var dLogits = try softmax(trace.logits[t])
    dLogits[targets[t]] -= 1
    gradients.W.addOuter(dLogits, h)
    gradients.bOutput += dLogits
    let dHidden = parameters.W.transposedProduct(dLogits) + dNext
    dFirst = dHidden
    let dA = dHidden * (1 - h * h)
    for i in dA.indices { gradients.U[i, trace.inputs[t]] += dA[i] }
    gradients.V.addOuter(dA, hBefore)
    gradients.bHidden += dA
    dNext = parameters.V.transposedProduct(dA)
  }
  return (gradients, dFirst)
}
