// exercise: 07.4
// is: right
// cause: Element by element, each gradient in its own loop.
// swift-format-ignore-file

func gruBackward(
  _ trace: GRUTrace, targets: [Int], parameters p: GRUParameters
) throws -> (gradients: GRUParameters, dInitialHidden: Vector) {
  let H = p.hiddenSize
  var g = p.zeros
  var dh = Vector(zeros: H)
  for t in stride(from: trace.inputs.count - 1, through: 0, by: -1) {
    let s = trace.steps[t]
    let x = trace.inputs[t]
    let old = t > 0 ? trace.steps[t - 1].hidden : trace.initialHidden
    let probs = try softmax(trace.logits[t])
    for v in 0..<p.vocabularySize {
      let e = v == targets[t] ? probs[v] - 1 : probs[v]
      g.bv[v] += e
      for i in 0..<H {
        g.Wv[v, i] += e * s.hidden[i]
        dh[i] += e * p.Wv[v, i]
      }
    }
    var before = Vector(zeros: H)
    for i in 0..<H {
      let (r, z, q, n) = (s.resetGate[i], s.updateGate[i], s.recurrentTerm[i], s.candidate[i])
      let an = dh[i] * (1 - z) * (1 - n * n)
      let az = dh[i] * (old[i] - n) * z * (1 - z)
      let ar = an * q * r * (1 - r)
      let aq = an * r
      g.Wxn[i, x] += an
      g.Wxz[i, x] += az
      g.Wxr[i, x] += ar
      g.bxn[i] += an
      g.bxz[i] += az
      g.bxr[i] += ar
      g.bhn[i] += aq
      g.bhz[i] += az
      g.bhr[i] += ar
      before[i] += dh[i] * z
      for j in 0..<H {
        g.Whn[i, j] += aq * old[j]
        g.Whz[i, j] += az * old[j]
        g.Whr[i, j] += ar * old[j]
        before[j] += aq * p.Whn[i, j] + az * p.Whz[i, j] + ar * p.Whr[i, j]
      }
    }
    dh = before
  }
  return (g, dh)
}
