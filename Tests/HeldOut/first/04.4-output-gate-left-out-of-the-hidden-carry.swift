// exercise: 04.4
// is: wrong
// cause: The output gate's share is missing from dz, so the hidden state gets its gradient through three gates instead of four.
// named: output gate|Wo\b|W_o
// named: missing|left out|leaves? out|leaving out|without|lost|three (of|ways|terms|gates)|not (added|in|part|included)|omit|forgotten|only three
// named: dz|carr|hidden|through time|step before|state
// swift-format-ignore-file

func lstmBackward(
  _ trace: LSTMTrace, targets: [Int], parameters p: LSTMParameters
) throws -> (gradients: LSTMParameters, dInitialHidden: Vector, dInitialCell: Vector) {
  let n = p.hiddenSize
  var grad = p.zeros
  var dhCarry = [Double](repeating: 0, count: n)
  var dcCarry = [Double](repeating: 0, count: n)

  for t in (0..<trace.inputs.count).reversed() {
    let s = trace.steps[t]
    let h0 = t == 0 ? trace.initialHidden : trace.steps[t - 1].hidden
    let c0 = t == 0 ? trace.initialCell : trace.steps[t - 1].cell
    let token = trace.inputs[t]
    var err = try softmax(trace.logits[t])
    err[targets[t]] -= 1
    for v in err.indices {
      grad.bv[v] += err[v]
      for k in 0..<n { grad.Wv[v, k] += err[v] * s.hidden[k] }
    }

    var dhBefore = [Double](repeating: 0, count: n)
    for k in 0..<n {
      var dh = dhCarry[k]
      for v in err.indices { dh += p.Wv[v, k] * err[v] }
      let tc = tanh(s.cell[k])
      let (f, i, g, o) = (s.forgetGate[k], s.inputGate[k], s.candidate[k], s.outputGate[k])
      let dc = dcCarry[k] + dh * o * (1 - tc * tc)
      let af = dc * c0[k] * f * (1 - f)
      let ai = dc * g * i * (1 - i)
      let ag = dc * i * (1 - g * g)
      let ao = dh * tc * o * (1 - o)
      grad.bf[k] += af
      grad.bi[k] += ai
      grad.bg[k] += ag
      grad.bo[k] += ao
      for j in 0..<n {
        grad.Wf[k, j] += af * h0[j]
        grad.Wi[k, j] += ai * h0[j]
        grad.Wg[k, j] += ag * h0[j]
        grad.Wo[k, j] += ao * h0[j]
        // the three that write the cell
        dhBefore[j] += p.Wf[k, j] * af + p.Wi[k, j] * ai + p.Wg[k, j] * ag
      }
      grad.Wf[k, n + token] += af
      grad.Wi[k, n + token] += ai
      grad.Wg[k, n + token] += ag
      grad.Wo[k, n + token] += ao
      dcCarry[k] = dc * f
    }
    dhCarry = dhBefore
  }
  return (grad, Vector(dhCarry), Vector(dcCarry))
}
