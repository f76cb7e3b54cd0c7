// exercise: 04.4
// is: wrong
// cause: The part of dz that belongs to the input is carried back as the state's gradient: the last H elements instead of the first.
// named: dz
// named: last|half|x|input|suffix|end
// swift-format-ignore-file

func lstmBackward(
  _ trace: LSTMTrace, targets: [Int], parameters p: LSTMParameters
) throws -> (gradients: LSTMParameters, dInitialHidden: Vector, dInitialCell: Vector) {
  var gr = p.zeros
  var dhNext = Vector(zeros: p.hiddenSize)
  var dcNext = Vector(zeros: p.hiddenSize)
  for t in trace.inputs.indices.reversed() {
    let s = trace.steps[t]
    let hPrev = t > 0 ? trace.steps[t - 1].hidden : trace.initialHidden
    let cPrev = t > 0 ? trace.steps[t - 1].cell : trace.initialCell
    let z = hPrev.concatenated(with: try oneHot(trace.inputs[t], size: p.vocabularySize))
    var dy = try softmax(trace.logits[t])
    dy[targets[t]] -= 1
    gr.Wv.addOuter(dy, s.hidden)
    gr.bv += dy
    let dh = p.Wv.transposedProduct(dy) + dhNext
    let tc = try tanh(s.cell)
    let dc = dh * s.outputGate * (1 - tc * tc) + dcNext
    let df = dc * cPrev * s.forgetGate * (1 - s.forgetGate)
    let di = dc * s.candidate * s.inputGate * (1 - s.inputGate)
    let dg = dc * s.inputGate * (1 - s.candidate * s.candidate)
    let dO = dh * tc * s.outputGate * (1 - s.outputGate)
    gr.Wf.addOuter(df, z)
    gr.Wi.addOuter(di, z)
    gr.Wg.addOuter(dg, z)
    gr.Wo.addOuter(dO, z)
    gr.bf += df
    gr.bi += di
    gr.bg += dg
    gr.bo += dO
    let dz = p.Wf.transposedProduct(df) + p.Wi.transposedProduct(di)
      + p.Wg.transposedProduct(dg) + p.Wo.transposedProduct(dO)
    dhNext = Vector(dz.suffix(p.hiddenSize))
    dcNext = dc * s.forgetGate
  }
  return (gr, dhNext, dcNext)
}
