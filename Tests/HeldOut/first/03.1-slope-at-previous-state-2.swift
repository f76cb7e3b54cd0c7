// exercise: 03.1
// is: wrong
// cause: tanh's slope is taken at the state before the step, 1 − h_{t−1}², instead of at h_t.
// named: slope|derivative|1 [−-] h|tanh
// named: before the step|previous|h_?\{?\(?t ?[−-] ?1|old state|earlier|state before|one step (early|before)
// swift-format-ignore-file

func rnnBackward(
  _ trace: RNNTrace, targets: [Int], parameters: RNNParameters
) throws -> (gradients: RNNParameters, dInitialHidden: Vector) {
  var g = parameters.zeros
  var carry = Vector(zeros: parameters.hiddenSize)
  let states = [trace.initialHidden] + trace.hidden
  for t in stride(from: trace.inputs.count - 1, through: 0, by: -1) {
    var dO = try softmax(trace.logits[t])
    dO[targets[t]] -= 1
    g.W.addOuter(dO, states[t + 1])
    g.bOutput += dO
    let dH = parameters.W.transposedProduct(dO) + carry
    let slope = 1 - states[t] * states[t]
    let dA = dH * slope
    for i in 0..<dA.count { g.U[i, trace.inputs[t]] += dA[i] }
    g.V.addOuter(dA, states[t])
    g.bHidden += dA
    carry = parameters.V.transposedProduct(dA)
  }
  return (g, carry)
}
