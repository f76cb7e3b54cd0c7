// exercise: 07.4
// is: wrong
// cause: The gradient of Whn is that of the paper's form, da_n ⊗ (r ⊙ h′), instead of (da_n ⊙ r) ⊗ h′.
// named: Whn
// named: paper|form|in front|before the product|r ?(⊙|\*|times) ?h|reset(ted)? (hidden )?state|state.*reset|reset.*state|wrong side|other side
// swift-format-ignore-file

func gruBackward(
  _ trace: GRUTrace, targets: [Int], parameters: GRUParameters
) throws -> (gradients: GRUParameters, dInitialHidden: Vector) {

  let p = parameters
  var g = p.zeros
  var carry = Vector(zeros: p.hiddenSize)
  for t in stride(from: trace.inputs.count - 1, through: 0, by: -1) {
    let s = trace.steps[t]
    let (r, z, q, n) = (s.resetGate, s.updateGate, s.recurrentTerm, s.candidate)
    let hPrev = t == 0 ? trace.initialHidden : trace.steps[t - 1].hidden
    let x = try oneHot(trace.inputs[t], size: p.vocabularySize) as Vector
    var dv = try softmax(trace.logits[t])
    dv[targets[t]] -= 1
    g.Wv.addOuter(dv, s.hidden)
    g.bv += dv
    let dh = p.Wv.transposedProduct(dv) + carry
    let dn = dh * (1 - z) * (1 - n * n)
    let dz = dh * (hPrev - n) * z * (1 - z)
    let dr = dn * q * r * (1 - r)
    let dq = dn * r
    g.Wxr.addOuter(dr, x)
    g.Wxz.addOuter(dz, x)
    g.Wxn.addOuter(dn, x)
    g.Whr.addOuter(dr, hPrev)
    g.Whz.addOuter(dz, hPrev)
    g.Whn.addOuter(dn, r * hPrev)
    g.bxr += dr
    g.bxz += dz
    g.bxn += dn
    g.bhr += dr
    g.bhz += dz
    g.bhn += dq
    carry =
      dh * z + p.Whr.transposedProduct(dr) + p.Whz.transposedProduct(dz)
      + p.Whn.transposedProduct(dq)
  }
  return (g, carry)
}
