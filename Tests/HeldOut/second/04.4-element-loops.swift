// exercise: 04.4
// is: right
// cause: Element by element, with the gates' gradients in one small table.
// swift-format-ignore-file

func lstmBackward(
  _ trace: LSTMTrace, targets: [Int], parameters p: LSTMParameters
) throws -> (gradients: LSTMParameters, dInitialHidden: Vector, dInitialCell: Vector) {
  let H = p.hiddenSize
  var g = p.zeros
  var dh = Vector(zeros: H)
  var dc = Vector(zeros: H)
  for t in stride(from: trace.steps.count - 1, through: 0, by: -1) {
    let s = trace.steps[t]
    let hOld = t > 0 ? trace.steps[t - 1].hidden : trace.initialHidden
    let cOld = t > 0 ? trace.steps[t - 1].cell : trace.initialCell
    let token = trace.inputs[t]
    let probabilities = try softmax(trace.logits[t])
    for v in 0..<p.vocabularySize {
      let e = probabilities[v] - (v == targets[t] ? 1 : 0)
      g.bv[v] += e
      for k in 0..<H {
        g.Wv[v, k] += e * s.hidden[k]
        dh[k] += e * p.Wv[v, k]
      }
    }
    var next = Vector(zeros: H)
    for k in 0..<H {
      let T = tanh(s.cell[k])
      let (f, i, c, o) = (s.forgetGate[k], s.inputGate[k], s.candidate[k], s.outputGate[k])
      let d = dc[k] + dh[k] * o * (1 - T * T)
      let af = d * cOld[k] * f * (1 - f)
      let ai = d * c * i * (1 - i)
      let ag = d * i * (1 - c * c)
      let ao = dh[k] * T * o * (1 - o)
      for j in 0..<H {
        g.Wf[k, j] += af * hOld[j]
        g.Wi[k, j] += ai * hOld[j]
        g.Wg[k, j] += ag * hOld[j]
        g.Wo[k, j] += ao * hOld[j]
        next[j] += af * p.Wf[k, j] + ai * p.Wi[k, j] + ag * p.Wg[k, j] + ao * p.Wo[k, j]
      }
      g.Wf[k, H + token] += af
      g.Wi[k, H + token] += ai
      g.Wg[k, H + token] += ag
      g.Wo[k, H + token] += ao
      g.bf[k] += af
      g.bi[k] += ai
      g.bg[k] += ag
      g.bo[k] += ao
      dc[k] = d * f
    }
    dh = next
  }
  return (g, dh, dc)
}
