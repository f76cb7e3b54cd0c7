// exercise: 07.4
// is: right
// swift-format-ignore-file

func gruBackward(
  _ trace: GRUTrace, targets: [Int], parameters: GRUParameters
) throws -> (gradients: GRUParameters, dInitialHidden: Vector) {
  let p = parameters
  let H = p.hiddenSize
  let T = trace.inputs.count
  let states = [trace.initialHidden] + trace.steps.map { $0.hidden }  // states[t] is h before step t
  var dH = (0...T).map { _ in Vector(zeros: H) }                      // by states
  var g = p.zeros

  for t in (0..<T).reversed() {
    let (step, token, h) = (trace.steps[t], trace.inputs[t], states[t])
    var dLogits = try softmax(trace.logits[t])
    dLogits[targets[t]] -= 1.0
    g.bv += dLogits
    g.Wv.addOuter(dLogits, states[t + 1])
    dH[t + 1] += p.Wv.transposedProduct(dLogits)

    for k in 0..<H {
      let d = dH[t + 1][k]
      let (r, z, n) = (step.resetGate[k], step.updateGate[k], step.candidate[k])
      // The recurrent term anew, from its definition.
      let q = p.Whn.row(k).dot(h) + p.bhn[k]
      let an = d * (1 - z) * (1 - n * n)
      let az = d * (h[k] - n) * z * (1 - z)
      let ar = an * q * r * (1 - r)
      let aq = an * r

      g.Wxn[k, token] += an; g.bxn[k] += an
      g.Wxz[k, token] += az; g.bxz[k] += az; g.bhz[k] += az
      g.Wxr[k, token] += ar; g.bxr[k] += ar; g.bhr[k] += ar
      g.bhn[k] += aq
      dH[t][k] += d * z
      for j in 0..<H {
        g.Whn[k, j] += aq * h[j]
        g.Whz[k, j] += az * h[j]
        g.Whr[k, j] += ar * h[j]
        dH[t][j] += aq * p.Whn[k, j] + az * p.Whz[k, j] + ar * p.Whr[k, j]
      }
    }
  }
  return (g, dH[0])
}
