// exercise: 04.4
// is: wrong
// cause: The output gate's gradient is taken from this step's logits only, without the gradient that comes back from the next step.
// named: output gate|\bdo\b|dWo|\bWo\b|\bo\b
// named: next step|later step|future|logits (only|alone)|only (the|this|its)|alone|without|dHiddenNext|carried|recurren|back from|through time|own (loss|step|logits)|leav|left out|missing
// swift-format-ignore-file

func lstmBackward(
  _ trace: LSTMTrace, targets: [Int], parameters p: LSTMParameters
) throws -> (gradients: LSTMParameters, dInitialHidden: Vector, dInitialCell: Vector) {
  var g = p.zeros
  let H = p.hiddenSize
  var (dhNext, dcNext) = (Vector(zeros: H), Vector(zeros: H))
  for t in (0..<trace.inputs.count).reversed() {
    let s = trace.steps[t]
    let hPrev = t == 0 ? trace.initialHidden : trace.steps[t - 1].hidden
    let cPrev = t == 0 ? trace.initialCell : trace.steps[t - 1].cell
    let z = hPrev.concatenated(with: try oneHot(trace.inputs[t], size: p.vocabularySize))

    var dy = try softmax(trace.logits[t])
    dy[targets[t]] -= 1
    g.Wv.addOuter(dy, s.hidden)
    g.bv += dy
    let fromLogits = p.Wv.transposedProduct(dy)
    let tc = try tanh(s.cell)

    // output gate
    let da_o = fromLogits * tc * s.outputGate * (1 - s.outputGate)
    // cell
    let dc = (fromLogits + dhNext) * s.outputGate * (1 - tc * tc) + dcNext
    let da_f = dc * cPrev * s.forgetGate * (1 - s.forgetGate)
    let da_i = dc * s.candidate * s.inputGate * (1 - s.inputGate)
    let da_g = dc * s.inputGate * (1 - s.candidate * s.candidate)

    g.Wf.addOuter(da_f, z); g.bf += da_f
    g.Wi.addOuter(da_i, z); g.bi += da_i
    g.Wg.addOuter(da_g, z); g.bg += da_g
    g.Wo.addOuter(da_o, z); g.bo += da_o

    var dz = p.Wf.transposedProduct(da_f)
    dz += p.Wi.transposedProduct(da_i)
    dz += p.Wg.transposedProduct(da_g)
    dz += p.Wo.transposedProduct(da_o)
    dhNext = Vector(dz[0..<H])
    dcNext = dc * s.forgetGate
  }
  return (g, dhNext, dcNext)
}
