// exercise: 03.1
// is: wrong
// cause: The gradient of bHidden is assigned at every step instead of summed, so that only the first step's share is left.
// named: bHidden|hidden bias|b_h|bias of the hidden
// named: overwrit|assign|not (summed|added|accumul)|only (the|one)|one step|first step|last step|replace|instead of (adding|summing|a sum)|sum|accumul|single step
// swift-format-ignore-file

func rnnBackward(
  _ trace: RNNTrace, targets: [Int], parameters: RNNParameters
) throws -> (gradients: RNNParameters, dInitialHidden: Vector) {
  var result = parameters.zeros
  var fromFuture = Vector(zeros: parameters.hiddenSize)
  var t = trace.inputs.count - 1
  while t >= 0 {
    let h = trace.hidden[t]
    let before = t > 0 ? trace.hidden[t - 1] : trace.initialHidden
    let onehot: Vector = try oneHot(targets[t], size: parameters.vocabularySize)
    let dLogits = try softmax(trace.logits[t]) - onehot
    let dHidden = parameters.W.transposedProduct(dLogits) + fromFuture
    let dSum = dHidden - dHidden * h * h

    result.W.addOuter(dLogits, h)
    result.bOutput += dLogits
    result.V.addOuter(dSum, before)
    result.bHidden = dSum
    for k in dSum.indices { result.U[k, trace.inputs[t]] += dSum[k] }

    fromFuture = parameters.V.transposedProduct(dSum)
    t -= 1
  }
  return (result, fromFuture)
}
