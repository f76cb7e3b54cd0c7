// exercise: 07.4
// is: wrong
// cause: The reset gate's gradient multiplies by the old hidden state h′ instead of by the recurrent term q, as if the gate stood before the product.
// named: reset|\bdr\b|\br\b
// named: h′|hidden state|old state|previous state|state before|recurrent term|\bq\b
// swift-format-ignore-file

func gruBackward(
  _ trace: GRUTrace, targets: [Int], parameters p: GRUParameters
) throws -> (gradients: GRUParameters, dInitialHidden: Vector) {
  var g = p.zeros
  var dh = Vector(zeros: p.hiddenSize)
  for t in (0..<trace.steps.count).reversed() {
    let s = trace.steps[t]
    let h0 = t == 0 ? trace.initialHidden : trace.steps[t - 1].hidden
    let x: Vector = try oneHot(trace.inputs[t], size: p.vocabularySize)
    var dy = try softmax(trace.logits[t])
    dy[targets[t]] -= 1
    g.Wv.addOuter(dy, s.hidden)
    g.bv += dy
    dh += p.Wv.transposedProduct(dy)

    let (r, z, n) = (s.resetGate, s.updateGate, s.candidate)
    let an = dh * (1 - z) * (1 - n * n)
    let az = dh * (h0 - n) * z * (1 - z)
    let ar = an * h0 * r * (1 - r)

    g.Wxn.addOuter(an, x)
    g.Wxz.addOuter(az, x)
    g.Wxr.addOuter(ar, x)
    g.Whn.addOuter(an * r, h0)
    g.Whz.addOuter(az, h0)
    g.Whr.addOuter(ar, h0)
    g.bxn += an
    g.bhn += an * r
    g.bxz += az
    g.bhz += az
    g.bxr += ar
    g.bhr += ar

    var dPrev = dh * z
    dPrev += p.Whn.transposedProduct(an * r)
    dPrev += p.Whz.transposedProduct(az)
    dPrev += p.Whr.transposedProduct(ar)
    dh = dPrev
  }
  return (g, dh)
}
