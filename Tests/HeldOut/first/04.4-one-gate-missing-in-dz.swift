// exercise: 04.4
// is: wrong
// cause: The way back through the output gate is left out of dz, so that the state before hears only three of its four ways.
// named: output gate|\bdo\b|Wo|W_o
// named: dz|carry|back|state
// swift-format-ignore-file

func lstmBackward(
  _ trace: LSTMTrace, targets: [Int], parameters p: LSTMParameters
) throws -> (gradients: LSTMParameters, dInitialHidden: Vector, dInitialCell: Vector) {
  let H = p.hiddenSize
  var gr = p.zeros
  var (dh, dc) = (Vector(zeros: H), Vector(zeros: H))
  for t in trace.inputs.indices.reversed() {
    let s = trace.steps[t]
    let hPrev = t > 0 ? trace.steps[t - 1].hidden : trace.initialHidden
    let cPrev = t > 0 ? trace.steps[t - 1].cell : trace.initialCell
    let z = hPrev.concatenated(with: try oneHot(trace.inputs[t], size: p.vocabularySize))
    let dy = try softmax(trace.logits[t]) - oneHot(targets[t], size: p.vocabularySize)
    gr.Wv += dy.outer(s.hidden)
    gr.bv += dy
    dh += p.Wv.transposedProduct(dy)
    let tc = try tanh(s.cell)
    dc += dh * s.outputGate * (1 - tc * tc)
    let df = dc * cPrev * s.forgetGate * (1 - s.forgetGate)
    let di = dc * s.candidate * s.inputGate * (1 - s.inputGate)
    let dg = dc * s.inputGate * (1 - s.candidate * s.candidate)
    let dO = dh * tc * s.outputGate * (1 - s.outputGate)
    gr.Wf += df.outer(z); gr.bf += df
    gr.Wi += di.outer(z); gr.bi += di
    gr.Wg += dg.outer(z); gr.bg += dg
    gr.Wo += dO.outer(z); gr.bo += dO
    let dz = p.Wf.transposedProduct(df) + p.Wi.transposedProduct(di) + p.Wg.transposedProduct(dg)
    dh = Vector(dz.prefix(H))
    dc = dc * s.forgetGate
  }
  return (gr, dh, dc)
}
