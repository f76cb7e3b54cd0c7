// exercise: 09.4
// is: wrong
// cause: The gradient that comes back through later steps is never added to dOutputs: each step hears only what comes from above.
// named: dHiddenNext|later steps|next step|above (alone|only)|back through (time|the hidden)|carry
// swift-format-ignore-file

func layerBackward(
  _ trace: LayerTrace, dOutputs: [Vector], parameters: LSTMLayer
) throws -> (gradients: LSTMLayer, dInputs: [Vector]) {
  let p = parameters
  let H = p.hiddenSize
  var g = p.zeros
  var dX = trace.inputs
  var dC = Vector(zeros: H)
  for t in trace.steps.indices.reversed() {
    let s = trace.steps[t]
    let hOld = t > 0 ? trace.steps[t - 1].hidden : Vector(zeros: H)
    let cOld = t > 0 ? trace.steps[t - 1].cell : Vector(zeros: H)
    let z = hOld.concatenated(with: trace.inputs[t])
    let tc = s.cell.map { tanh($0) }
    let dH = dOutputs[t]
    dC += dH * s.outputGate * (1 - tc * tc)
    let af = dC * cOld * s.forgetGate * (1 - s.forgetGate)
    let ai = dC * s.candidate * s.inputGate * (1 - s.inputGate)
    let ag = dC * s.inputGate * (1 - s.candidate * s.candidate)
    let ao = dH * tc * s.outputGate * (1 - s.outputGate)
    g.Wf.addOuter(af, z)
    g.Wi.addOuter(ai, z)
    g.Wg.addOuter(ag, z)
    g.Wo.addOuter(ao, z)
    g.bf += af
    g.bi += ai
    g.bg += ag
    g.bo += ao
    let dz = p.Wf.transposedProduct(af) + p.Wi.transposedProduct(ai)
      + p.Wg.transposedProduct(ag) + p.Wo.transposedProduct(ao)
    dX[t] = Vector(dz.suffix(p.inputSize))
    dC = dC * s.forgetGate
  }
  return (g, dX)
}
