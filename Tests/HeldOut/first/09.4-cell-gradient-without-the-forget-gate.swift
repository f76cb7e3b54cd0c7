// exercise: 09.4
// is: wrong
// cause: The cell's gradient is handed to the step before without being multiplied by the forget gate.
// named: cell|dCell|\bdc\b
// named: forget|\bf\b
// swift-format-ignore-file

func layerBackward(
  _ trace: LayerTrace, dOutputs: [Vector], parameters: LSTMLayer
) throws -> (gradients: LSTMLayer, dInputs: [Vector]) {
  let H = parameters.hiddenSize
  var grads = parameters.zeros
  var dx: [Vector] = []
  var dh = Vector(zeros: H), dc = Vector(zeros: H)
  for t in stride(from: trace.steps.count - 1, through: 0, by: -1) {
    let s = trace.steps[t]
    let hPrev = t > 0 ? trace.steps[t - 1].hidden : Vector(zeros: H)
    let cPrev = t > 0 ? trace.steps[t - 1].cell : Vector(zeros: H)
    let z = hPrev.concatenated(with: trace.inputs[t])
    let th = try tanh(s.cell)
    dh += dOutputs[t]
    dc += dh * s.outputGate * (1 - th * th)
    let ao = dh * th * s.outputGate * (1 - s.outputGate)
    let af = dc * cPrev * s.forgetGate * (1 - s.forgetGate)
    let ai = dc * s.candidate * s.inputGate * (1 - s.inputGate)
    let ag = dc * s.inputGate * (1 - s.candidate * s.candidate)
    grads.Wf.addOuter(af, z); grads.bf += af
    grads.Wi.addOuter(ai, z); grads.bi += ai
    grads.Wg.addOuter(ag, z); grads.bg += ag
    grads.Wo.addOuter(ao, z); grads.bo += ao
    let dz =
      parameters.Wf.transposedProduct(af) + parameters.Wi.transposedProduct(ai)
      + parameters.Wg.transposedProduct(ag) + parameters.Wo.transposedProduct(ao)
    dh = Vector(dz.prefix(H))
    dx.insert(Vector(dz.suffix(dz.count - H)), at: 0)
  }
  return (grads, dx)
}
