// exercise: 07.4
// is: wrong
// cause: bhn gets the same gradient as bxn, without the reset gate that stands before it.
// named: bhn|bias
// named: reset|same|bxn|without|alike|\br\b|gate
// swift-format-ignore-file

func gruBackward(
  _ trace: GRUTrace, targets: [Int], parameters p: GRUParameters
) throws -> (gradients: GRUParameters, dInitialHidden: Vector) {
  var g = p.zeros
  let H = p.hiddenSize
  var dNext = Vector(zeros: H)
  for t in (0..<trace.inputs.count).reversed() {
    let (r, z) = (trace.steps[t].resetGate, trace.steps[t].updateGate)
    let (q, n) = (trace.steps[t].recurrentTerm, trace.steps[t].candidate)
    let h0 = t > 0 ? trace.steps[t - 1].hidden : trace.initialHidden
    var dv = try softmax(trace.logits[t])
    dv[targets[t]] -= 1
    g.Wv.addOuter(dv, trace.steps[t].hidden)
    g.bv += dv
    let dh = p.Wv.transposedProduct(dv) + dNext
    var (dr, dz, dn, dq) = (Vector(zeros: H), Vector(zeros: H), Vector(zeros: H), Vector(zeros: H))
    for i in 0..<H {
      dn[i] = dh[i] * (1 - z[i]) * (1 - n[i] * n[i])
      dz[i] = dh[i] * (h0[i] - n[i]) * z[i] * (1 - z[i])
      dr[i] = dn[i] * q[i] * r[i] * (1 - r[i])
      dq[i] = dn[i] * r[i]
    }
    let k = trace.inputs[t]
    for i in 0..<H {
      g.Wxr[i, k] += dr[i]
      g.Wxz[i, k] += dz[i]
      g.Wxn[i, k] += dn[i]
    }
    g.Whr.addOuter(dr, h0)
    g.Whz.addOuter(dz, h0)
    g.Whn.addOuter(dq, h0)
    (g.bxr, g.bhr) = (g.bxr + dr, g.bhr + dr)
    (g.bxz, g.bhz) = (g.bxz + dz, g.bhz + dz)
    (g.bxn, g.bhn) = (g.bxn + dn, g.bhn + dn)
    dNext = dh * z
    dNext += p.Whr.transposedProduct(dr)
    dNext += p.Whz.transposedProduct(dz)
    dNext += p.Whn.transposedProduct(dq)
  }
  return (g, dNext)
}
