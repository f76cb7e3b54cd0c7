// exercise: 03.1
// is: wrong
// cause: The slope of the tanh is taken as 1 − tanh²(h), although h has been through the tanh already.
// named: tanh|slope|deriv
// named: twice|again|already|tanh\(h|tanh²\(h|second time|once more|double
// swift-format-ignore-file

private func tanhPrime(_ a: Vector) throws -> Vector {
  let y = try tanh(a)
  return 1 - y * y
}

func rnnBackward(
  _ trace: RNNTrace, targets: [Int], parameters: RNNParameters
) throws -> (gradients: RNNParameters, dInitialHidden: Vector) {
  var g = parameters.zeros
  var carry = Vector(zeros: parameters.hiddenSize)
  for (t, token) in trace.inputs.enumerated().reversed() {
    let p = try softmax(trace.logits[t])
    let y = try oneHot(targets[t], size: parameters.vocabularySize)
    let dLogits = p - y
    let before = t > 0 ? trace.hidden[t - 1] : trace.initialHidden
    let dHidden = carry + parameters.W.transposedProduct(dLogits)
    let da = dHidden * (try tanhPrime(trace.hidden[t]))
    g.W.addOuter(dLogits, trace.hidden[t])
    g.V.addOuter(da, before)
    g.U.addOuter(da, try oneHot(token, size: parameters.vocabularySize))
    g.bHidden += da
    g.bOutput += dLogits
    carry = parameters.V.transposedProduct(da)
  }
  return (g, carry)
}
