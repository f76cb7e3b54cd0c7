// exercise: 03.1
// is: wrong
// cause: The slope of tanh is taken at the state before the step, 1 − h_{t−1}², instead of at the step's own state.
// named: slope|derivative|1 ?[-−] ?h|tanh
// named: before|previous|old|h′|t ?[-−] ?1|wrong state|earlier|one step|last state
// swift-format-ignore-file

func rnnBackward(
  _ trace: RNNTrace, targets: [Int], parameters: RNNParameters
) throws -> (gradients: RNNParameters, dInitialHidden: Vector) {
  var grads = parameters.zeros
  var dh_next = Vector(zeros: parameters.hiddenSize)
  let T = trace.inputs.count
  for t in stride(from: T - 1, through: 0, by: -1) {
    let h_prev = t == 0 ? trace.initialHidden : trace.hidden[t - 1]
    var dy = try softmax(trace.logits[t])
    dy[targets[t]] -= 1
    grads.W += dy.outer(trace.hidden[t])
    grads.bOutput += dy
    let dh = parameters.W.transposed * dy + dh_next
    let dz = (1 - h_prev * h_prev) * dh
    let x: Vector = try oneHot(trace.inputs[t], size: parameters.vocabularySize)
    grads.U += dz.outer(x)
    grads.V += dz.outer(h_prev)
    grads.bHidden += dz
    dh_next = parameters.V.transposed * dz
  }
  return (grads, dh_next)
}
