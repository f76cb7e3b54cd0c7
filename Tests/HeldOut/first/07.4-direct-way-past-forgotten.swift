// exercise: 07.4
// is: wrong
// cause: The direct way back past everything, dh ⊙ z, is left out of the carry.
// named: straight way|direct|dh ⊙ z
// swift-format-ignore-file

func gruBackward(
  _ trace: GRUTrace, targets: [Int], parameters p: GRUParameters
) throws -> (gradients: GRUParameters, dInitialHidden: Vector) {
  var G = p.zeros
  var dhNext = Vector(zeros: p.hiddenSize)
  for t in (0..<trace.inputs.count).reversed() {
    let s = trace.steps[t]
    let hPrev = t > 0 ? trace.steps[t - 1].hidden : trace.initialHidden
    let x: Vector = try oneHot(trace.inputs[t], size: p.vocabularySize)
    var dy = try softmax(trace.logits[t])
    dy[targets[t]] -= 1
    G.Wv.addOuter(dy, s.hidden)
    G.bv += dy
    let dh = p.Wv.transposedProduct(dy) + dhNext
    let dn = dh * (1 - s.updateGate)
    let dz = dh * (hPrev - s.candidate)
    let dnRaw = dn * (1 - s.candidate * s.candidate)
    let dzRaw = dz * s.updateGate * (1 - s.updateGate)
    let dr = dnRaw * s.recurrentTerm
    let drRaw = dr * s.resetGate * (1 - s.resetGate)
    let dq = dnRaw * s.resetGate
    G.Wxr.addOuter(drRaw, x); G.bxr += drRaw
    G.Whr.addOuter(drRaw, hPrev); G.bhr += drRaw
    G.Wxz.addOuter(dzRaw, x); G.bxz += dzRaw
    G.Whz.addOuter(dzRaw, hPrev); G.bhz += dzRaw
    G.Wxn.addOuter(dnRaw, x); G.bxn += dnRaw
    G.Whn.addOuter(dq, hPrev); G.bhn += dq
    dhNext = p.Whr.transposedProduct(drRaw) + p.Whz.transposedProduct(dzRaw)
      + p.Whn.transposedProduct(dq)
  }
  return (G, dhNext)
}
