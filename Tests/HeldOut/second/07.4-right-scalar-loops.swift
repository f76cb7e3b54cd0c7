// exercise: 07.4
// is: right
// cause: right, written another way.
// swift-format-ignore-file

func gruBackward(
  _ trace: GRUTrace, targets: [Int], parameters p: GRUParameters
) throws -> (gradients: GRUParameters, dInitialHidden: Vector) {
  let (H, V) = (p.hiddenSize, p.vocabularySize)
  var g = p.zeros
  var dh = Vector(zeros: H)
  for t in trace.inputs.indices.reversed() {
    let (s, x) = (trace.steps[t], trace.inputs[t])
    let h0 = t > 0 ? trace.steps[t - 1].hidden : trace.initialHidden
    let probabilities = try softmax(trace.logits[t])
    for v in 0..<V {
      let e = probabilities[v] - (v == targets[t] ? 1 : 0)
      g.bv[v] += e
      for k in 0..<H {
        g.Wv[v, k] += e * s.hidden[k]
        dh[k] += e * p.Wv[v, k]
      }
    }
    var back = Vector(zeros: H)
    for k in 0..<H {
      let (r, z, n) = (s.resetGate[k], s.updateGate[k], s.candidate[k])
      let dz = dh[k] * (h0[k] - n) * (z - z * z)
      let dn = (dh[k] - dh[k] * z) * (1 - n * n)
      let dq = dn * r
      let dr = dq * s.recurrentTerm[k] * (1 - r)
      g.Wxr[k, x] += dr
      g.Wxz[k, x] += dz
      g.Wxn[k, x] += dn
      g.bxr[k] += dr
      g.bhr[k] += dr
      g.bxz[k] += dz
      g.bhz[k] += dz
      g.bxn[k] += dn
      g.bhn[k] += dq
      back[k] += dh[k] * z
      for j in 0..<H {
        g.Whr[k, j] += dr * h0[j]
        g.Whz[k, j] += dz * h0[j]
        g.Whn[k, j] += dq * h0[j]
        back[j] += dr * p.Whr[k, j] + dz * p.Whz[k, j] + dq * p.Whn[k, j]
      }
    }
    dh = back
  }
  return (g, dh)
}
