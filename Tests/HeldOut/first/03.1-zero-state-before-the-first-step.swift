// exercise: 03.1
// is: wrong
// cause: At the first step the state before it is taken as zeros in dV, where the trace's initial state belongs.
// named: initial state
// named: zero
// swift-format-ignore-file

func rnnBackward(
  _ trace: RNNTrace, targets: [Int], parameters: RNNParameters
) throws -> (gradients: RNNParameters, dInitialHidden: Vector) {
  var grads = parameters.zeros
  var carry = Vector(zeros: parameters.hiddenSize)
  let hs = [Vector(zeros: parameters.hiddenSize)] + trace.hidden
  for t in (0..<trace.inputs.count).reversed() {
    let probs = try softmax(trace.logits[t])
    let target: Vector = try oneHot(targets[t], size: parameters.vocabularySize)
    let delta = probs - target
    grads.bOutput += delta
    grads.W.addOuter(delta, hs[t + 1])
    let dh = parameters.W.transposed * delta + carry
    let dz = dh * hs[t + 1].map { 1 - $0 * $0 }
    grads.bHidden += dz
    grads.V.addOuter(dz, hs[t])
    let x: Vector = try oneHot(trace.inputs[t], size: parameters.vocabularySize)
    grads.U.addOuter(dz, x)
    carry = parameters.V.transposed * dz
  }
  return (gradients: grads, dInitialHidden: carry)
}
