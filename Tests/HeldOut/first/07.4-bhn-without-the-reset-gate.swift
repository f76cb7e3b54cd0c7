// exercise: 07.4
// is: wrong
// cause: The gradient of bhn is the candidate's own, like that of bxn, without the factor of the reset gate.
// named: bhn|recurrent bias|bias
// named: reset|\br\b|bxn|same as
// swift-format-ignore-file

func gruBackward(
  _ trace: GRUTrace, targets: [Int], parameters: GRUParameters
) throws -> (gradients: GRUParameters, dInitialHidden: Vector) {
  let p = parameters
  var G = p.zeros
  var dNext = Vector(zeros: p.hiddenSize)
  for t in stride(from: trace.steps.count - 1, through: 0, by: -1) {
    let s = trace.steps[t]
    let hp = t > 0 ? trace.steps[t - 1].hidden : trace.initialHidden
    let x: Vector = try oneHot(trace.inputs[t], size: p.vocabularySize)

    let dy = try softmax(trace.logits[t]) - oneHot(targets[t], size: p.vocabularySize)
    G.Wv.addOuter(dy, s.hidden)
    G.bv += dy
    let dh = p.Wv.transposedProduct(dy) + dNext

    let da_z = dh * (hp - s.candidate) * s.updateGate * (1 - s.updateGate)
    let da_n = dh * (1 - s.updateGate) * (1 - s.candidate * s.candidate)
    let dq = da_n * s.resetGate
    let da_r = da_n * s.recurrentTerm * s.resetGate * (1 - s.resetGate)

    // weights
    G.Wxr.addOuter(da_r, x); G.Wxz.addOuter(da_z, x); G.Wxn.addOuter(da_n, x)
    G.Whr.addOuter(da_r, hp); G.Whz.addOuter(da_z, hp); G.Whn.addOuter(dq, hp)
    // biases, the same on both sides
    G.bxr += da_r; G.bhr += da_r
    G.bxz += da_z; G.bhz += da_z
    G.bxn += da_n; G.bhn += da_n

    dNext = dh * s.updateGate
    dNext += p.Whr.transposedProduct(da_r)
    dNext += p.Whz.transposedProduct(da_z)
    dNext += p.Whn.transposedProduct(dq)
  }
  return (G, dNext)
}
