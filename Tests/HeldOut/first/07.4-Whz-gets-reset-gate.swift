// exercise: 07.4
// is: wrong
// cause: The gradient of Whz is made from the reset gate's dr, not from dz: gates confused in one line.
// named: Whz|reset
// swift-format-ignore-file

func gruBackward(
  _ trace: GRUTrace, targets: [Int], parameters: GRUParameters
) throws -> (gradients: GRUParameters, dInitialHidden: Vector) {
  let p = parameters
  var g = p.zeros
  var carry = Vector(zeros: p.hiddenSize)
  for t in stride(from: trace.steps.count - 1, through: 0, by: -1) {
    let s = trace.steps[t]
    let r = s.resetGate, z = s.updateGate, q = s.recurrentTerm, n = s.candidate
    let hp = t == 0 ? trace.initialHidden : trace.steps[t - 1].hidden
    let x: Vector = try oneHot(trace.inputs[t], size: p.vocabularySize)
    var dy = try softmax(trace.logits[t])
    dy[targets[t]] -= 1
    g.Wv.addOuter(dy, s.hidden)
    g.bv += dy
    let dh = p.Wv.transposedProduct(dy) + carry
    let dn = dh * (1 - z) * (1 - n * n)
    let dz = dh * (hp - n) * z * (1 - z)
    let dr = dn * q * r * (1 - r)
    let dq = dn * r
    g.Wxr.addOuter(dr, x)
    g.Wxz.addOuter(dz, x)
    g.Wxn.addOuter(dn, x)
    g.Whr.addOuter(dr, hp)
    g.Whz.addOuter(dr, hp)
    g.Whn.addOuter(dq, hp)
    g.bxr += dr
    g.bxz += dz
    g.bxn += dn
    g.bhr += dr
    g.bhz += dz
    g.bhn += dq
    carry = dh * z + p.Whr.transposedProduct(dr) + p.Whz.transposedProduct(dz)
    carry += p.Whn.transposedProduct(dq)
  }
  return (g, carry)
}
