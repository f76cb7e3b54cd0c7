// exercise: 03.1
// is: wrong
// cause: The first step gives no share to the gradient of V, as if the initial state were zero.
// named: \bd?V\b|recurrent
// named: first step|initial (hidden )?state|step 0|t ?= ?0|h_?\{?[−-]1|initialHidden|first token
// swift-format-ignore-file

func rnnBackward(
  _ trace: RNNTrace, targets: [Int], parameters: RNNParameters
) throws -> (gradients: RNNParameters, dInitialHidden: Vector) {
  var gradients = parameters.zeros
  var incoming = Vector(zeros: parameters.hiddenSize)

  for t in (0..<trace.inputs.count).reversed() {
    var delta = try softmax(trace.logits[t])
    delta[targets[t]] -= 1
    let state = trace.hidden[t]
    let da = (parameters.W.transposedProduct(delta) + incoming) * (1 - state * state)

    gradients.W.addOuter(delta, state)
    gradients.bOutput += delta
    gradients.bHidden += da
    gradients.U.addOuter(da, try oneHot(trace.inputs[t], size: parameters.vocabularySize))
    // there is no state before the first
    if t >= 1 {
      gradients.V.addOuter(da, trace.hidden[t - 1])
    }
    incoming = parameters.V.transposedProduct(da)
  }
  return (gradients, incoming)
}
