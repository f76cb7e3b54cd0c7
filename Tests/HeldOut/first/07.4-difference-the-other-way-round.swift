// exercise: 07.4
// is: wrong
// cause: The update gate's gradient has the wrong sign: n − h′ instead of h′ − n.
// named: sign|n − h′|other way|exchanged
// named: update|dz|z
// swift-format-ignore-file

func gruBackward(
  _ trace: GRUTrace, targets: [Int], parameters p: GRUParameters
) throws -> (gradients: GRUParameters, dInitialHidden: Vector) {
  var g = p.zeros
  var dNext = Vector(zeros: p.hiddenSize)
  for t in trace.steps.indices.reversed() {
    let s = trace.steps[t]
    let old = t > 0 ? trace.steps[t - 1].hidden : trace.initialHidden
    let x: Vector = try oneHot(trace.inputs[t], size: p.vocabularySize)
    var dy = try softmax(trace.logits[t])
    dy[targets[t]] -= 1
    g.Wv.addOuter(dy, s.hidden)
    g.bv += dy
    let dh = p.Wv.transposedProduct(dy) + dNext
    let dn = dh * (1 - s.updateGate) * (1 - s.candidate * s.candidate)
    let dz = dh * (s.candidate - old) * s.updateGate * (1 - s.updateGate)
    let dr = dn * s.recurrentTerm * s.resetGate * (1 - s.resetGate)
    let dq = dn * s.resetGate
    g.Wxr.addOuter(dr, x)
    g.Wxz.addOuter(dz, x)
    g.Wxn.addOuter(dn, x)
    g.Whr.addOuter(dr, old)
    g.Whz.addOuter(dz, old)
    g.Whn.addOuter(dq, old)
    g.bxr += dr
    g.bxz += dz
    g.bxn += dn
    g.bhr += dr
    g.bhz += dz
    g.bhn += dq
    dNext = dh * s.updateGate + p.Whr.transposedProduct(dr) + p.Whz.transposedProduct(dz)
      + p.Whn.transposedProduct(dq)
  }
  return (g, dNext)
}
