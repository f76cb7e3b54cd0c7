// exercise: 04.4
// is: wrong
// cause: The carry of the hidden state is added to with each step instead of being replaced, so it holds the carries of all later steps.
// named: dh\b|dHidden|hidden|state
// named: carry|carried|next|hand|back
// named: accumul|pile|grow|replac|overwr|reset|cleared|all later|every later|kept|keeps|\+=|twice|adds? up|added up|summed|on top|old (one|carry)
// swift-format-ignore-file

func lstmBackward(
  _ trace: LSTMTrace, targets: [Int], parameters: LSTMParameters
) throws -> (gradients: LSTMParameters, dInitialHidden: Vector, dInitialCell: Vector) {
  let p = parameters
  let H = p.hiddenSize
  let T = trace.inputs.count
  var grads = p.zeros
  // buffers, made once
  var dhNext = Vector(zeros: H)
  var dcNext = Vector(zeros: H)

  for t in (0..<T).reversed() {
    let s = trace.steps[t]
    var hPrev = trace.initialHidden
    var cPrev = trace.initialCell
    if t > 0 {
      hPrev = trace.steps[t - 1].hidden
      cPrev = trace.steps[t - 1].cell
    }
    var dy = try softmax(trace.logits[t])
    dy[targets[t]] -= 1
    for k in dy.indices {
      grads.bv[k] += dy[k]
      for j in 0..<H { grads.Wv[k, j] += dy[k] * s.hidden[j] }
    }
    var dh = p.Wv.transposedProduct(dy)
    for j in 0..<H { dh[j] += dhNext[j] }

    var af = Vector(zeros: H), ai = Vector(zeros: H), ag = Vector(zeros: H), ao = Vector(zeros: H)
    for j in 0..<H {
      let tc = tanh(s.cell[j])
      let (f, i, g, o) = (s.forgetGate[j], s.inputGate[j], s.candidate[j], s.outputGate[j])
      let dc = dcNext[j] + dh[j] * o * (1 - tc * tc)
      ao[j] = dh[j] * tc * o * (1 - o)
      af[j] = dc * cPrev[j] * f * (1 - f)
      ai[j] = dc * g * i * (1 - i)
      ag[j] = dc * i * (1 - g * g)
      dcNext[j] = dc * f
    }
    let z = hPrev.concatenated(with: try oneHot(trace.inputs[t], size: p.vocabularySize))
    grads.Wf.addOuter(af, z)
    grads.Wi.addOuter(ai, z)
    grads.Wg.addOuter(ag, z)
    grads.Wo.addOuter(ao, z)
    grads.bf += af
    grads.bi += ai
    grads.bg += ag
    grads.bo += ao
    for j in 0..<H {
      for r in 0..<H {
        dhNext[j] += p.Wf[r, j] * af[r] + p.Wi[r, j] * ai[r] + p.Wg[r, j] * ag[r] + p.Wo[r, j] * ao[r]
      }
    }
  }
  return (grads, dhNext, dcNext)
}
