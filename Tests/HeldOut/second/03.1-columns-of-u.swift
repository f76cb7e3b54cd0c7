// exercise: 03.1
// is: wrong
// cause: The gradient of U is written into the column of the target instead of the column of the input.
// named: \bd?U\b|input[- ](matrix|weights)|input to hidden
// named: target
// swift-format-ignore-file

func rnnBackward(
  _ trace: RNNTrace, targets: [Int], parameters: RNNParameters
) throws -> (gradients: RNNParameters, dInitialHidden: Vector) {
  var result = parameters.zeros
  var carry = Vector(zeros: parameters.hiddenSize)
  for ((t, token), h) in zip(zip(trace.inputs.indices, targets), trace.hidden).reversed() {
    let before = t == 0 ? trace.initialHidden : trace.hidden[t - 1]
    let p = try softmax(trace.logits[t])
    let truth: Vector = try oneHot(token, size: parameters.vocabularySize)
    let error = p - truth
    result.W.addOuter(error, h)
    result.bOutput += error
    let s = (parameters.W.transposedProduct(error) + carry) * (1 - h * h)
    for k in s.indices {
      result.U[k, token] += s[k]
    }
    result.V.addOuter(s, before)
    result.bHidden += s
    carry = parameters.V.transposedProduct(s)
  }
  return (result, carry)
}
