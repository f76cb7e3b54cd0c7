// exercise: 03.1
// is: wrong
// cause: dInitialHidden is the gradient at the first step's pre-activation; it was not multiplied by V transposed.
// named: dInitialHidden|initial|before the first step
// named: \bV\b|Vᵀ|recurrent|activation|dActivation|not (carried|taken|passed|brought) (back|through)|step too|one step|through (the )?(first|last)
// swift-format-ignore-file

func rnnBackward(
  _ trace: RNNTrace, targets: [Int], parameters: RNNParameters
) throws -> (gradients: RNNParameters, dInitialHidden: Vector) {
  var g = parameters.zeros
  var dPre = Vector(zeros: parameters.hiddenSize)
  let states = [trace.initialHidden] + trace.hidden
  for (t, token) in trace.inputs.enumerated().reversed() {
    var error = try softmax(trace.logits[t])
    error[targets[t]] -= 1
    g.W.addOuter(error, states[t + 1])
    g.bOutput += error
    // from the logits, and from the pre-activation of the step after this one
    let dh = parameters.W.transposedProduct(error) + parameters.V.transposedProduct(dPre)
    dPre = dh * (1 - states[t + 1] * states[t + 1])
    let x: Vector = try oneHot(token, size: parameters.vocabularySize)
    g.U.addOuter(dPre, x)
    g.V.addOuter(dPre, states[t])
    g.bHidden += dPre
  }
  return (g, dPre)
}
