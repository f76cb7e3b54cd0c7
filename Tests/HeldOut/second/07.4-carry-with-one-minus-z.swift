// exercise: 07.4
// is: wrong
// cause: The direct way back is multiplied by 1 − z instead of z.
// named: 1 − z
// swift-format-ignore-file

func gruBackward(
  _ trace: GRUTrace, targets: [Int], parameters p: GRUParameters
) throws -> (gradients: GRUParameters, dInitialHidden: Vector) {
  var g = p.zeros
  var dh = Vector(zeros: p.hiddenSize)
  for t in trace.steps.indices.reversed() {
    let s = trace.steps[t]
    let prev = t > 0 ? trace.steps[t - 1].hidden : trace.initialHidden
    let x: Vector = try oneHot(trace.inputs[t], size: p.vocabularySize)
    var dl = try softmax(trace.logits[t])
    dl[targets[t]] -= 1
    g.Wv.addOuter(dl, s.hidden)
    g.bv += dl
    dh += p.Wv.transposedProduct(dl)
    let z = s.updateGate, r = s.resetGate, n = s.candidate
    let an = dh * (1 - z) * (1 - n * n)
    let az = dh * (prev - n) * z * (1 - z)
    let ar = an * s.recurrentTerm * r * (1 - r)
    let aq = an * r
    g.Wxn.addOuter(an, x)
    g.Wxz.addOuter(az, x)
    g.Wxr.addOuter(ar, x)
    g.Whn.addOuter(aq, prev)
    g.Whz.addOuter(az, prev)
    g.Whr.addOuter(ar, prev)
    g.bxn += an
    g.bxz += az
    g.bxr += ar
    g.bhn += aq
    g.bhz += az
    g.bhr += ar
    dh = dh * (1 - z) + p.Whn.transposedProduct(aq) + p.Whz.transposedProduct(az)
      + p.Whr.transposedProduct(ar)
  }
  return (g, dh)
}
