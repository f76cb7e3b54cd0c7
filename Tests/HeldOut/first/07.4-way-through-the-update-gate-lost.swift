// exercise: 07.4
// is: wrong
// cause: What comes back to the old state through the update gate, Whz transposed times dz, is left out of the carried gradient.
// named: update|Whz|\bz\b|dz
// named: lost|missing|left out|without|not (added|carried|handed)|dropped|forgotten|omitted|lacks|cut
// swift-format-ignore-file

func gruBackward(
  _ trace: GRUTrace, targets: [Int], parameters: GRUParameters
) throws -> (gradients: GRUParameters, dInitialHidden: Vector) {
  let p = parameters
  var g = p.zeros
  var dh = Vector(zeros: p.hiddenSize)
  for t in stride(from: trace.inputs.count - 1, through: 0, by: -1) {
    let s = trace.steps[t], token = trace.inputs[t]
    let hPrev = t == 0 ? trace.initialHidden : trace.steps[t - 1].hidden
    var dv = try softmax(trace.logits[t])
    dv[targets[t]] -= 1
    g.Wv.addOuter(dv, s.hidden)
    g.bv += dv
    dh += p.Wv.transposedProduct(dv)
    let an = dh * (1 - s.updateGate) * (1 - s.candidate * s.candidate)
    let az = dh * (hPrev - s.candidate) * s.updateGate * (1 - s.updateGate)
    let ar = an * s.recurrentTerm * s.resetGate * (1 - s.resetGate)
    let aq = an * s.resetGate
    for i in dh.indices {
      g.Wxr[i, token] += ar[i]
      g.Wxz[i, token] += az[i]
      g.Wxn[i, token] += an[i]
    }
    g.Whr.addOuter(ar, hPrev); g.Whz.addOuter(az, hPrev); g.Whn.addOuter(aq, hPrev)
    g.bxr += ar; g.bxz += az; g.bxn += an
    g.bhr += ar; g.bhz += az; g.bhn += aq
    dh = dh * s.updateGate + p.Whr.transposedProduct(ar) + p.Whn.transposedProduct(aq)
  }
  return (g, dh)
}
