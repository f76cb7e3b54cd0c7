// exercise: 03.1
// is: wrong
// cause: The one is subtracted from the logits themselves; the softmax is missing.
// named: logits instead of probabilities|softmax.*(missing|left out|forgotten)|without (the |a )?softmax
// swift-format-ignore-file

func rnnBackward(
  _ trace: RNNTrace, targets: [Int], parameters: RNNParameters
) throws -> (gradients: RNNParameters, dInitialHidden: Vector) {
  var g = parameters.zeros
  var carry = Vector(zeros: parameters.hiddenSize)
  for t in stride(from: targets.count - 1, through: 0, by: -1) {
    let hidden = trace.hidden[t]
    var dOut = trace.logits[t]
    dOut[targets[t]] -= 1
    g.W.addOuter(dOut, hidden)
    g.bOutput += dOut
    let dA = (parameters.W.transposedProduct(dOut) + carry) * (1 - hidden * hidden)
    for i in dA.indices { g.U[i, trace.inputs[t]] += dA[i] }
    g.V.addOuter(dA, t > 0 ? trace.hidden[t - 1] : trace.initialHidden)
    g.bHidden += dA
    carry = parameters.V.transposedProduct(dA)
  }
  return (g, carry)
}
