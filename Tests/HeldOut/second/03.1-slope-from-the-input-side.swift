// exercise: 03.1
// is: wrong
// cause: The slope of tanh is taken from the state before the step, 1 − h_{t−1}², instead of the state after it.
// named: slope|derivative|tanh
// named: previous|before the step|old|h_?\{?t ?[-−–] ?1|earlier|preceding|wrong (step|state)|h′
// swift-format-ignore-file

func rnnBackward(
  _ trace: RNNTrace, targets: [Int], parameters: RNNParameters
) throws -> (gradients: RNNParameters, dInitialHidden: Vector) {
  let T = trace.inputs.count
  var grad = parameters.zeros
  let states = [trace.initialHidden] + trace.hidden     // states[t] is h_{t-1}, states[t + 1] is h_t
  var dh = Vector(zeros: parameters.hiddenSize)
  for t in stride(from: T - 1, through: 0, by: -1) {
    let target: Vector = try oneHot(targets[t], size: parameters.vocabularySize)
    let dy = try softmax(trace.logits[t]) - target
    grad.W += dy.outer(states[t + 1])
    grad.bOutput += dy
    dh += parameters.W.transposedProduct(dy)
    let hIn = states[t]
    let da = dh * (1 - hIn * hIn)
    let x: Vector = try oneHot(trace.inputs[t], size: parameters.vocabularySize)
    grad.U += da.outer(x)
    grad.V += da.outer(hIn)
    grad.bHidden += da
    dh = parameters.V.transposedProduct(da)
  }
  return (grad, dh)
}
