// exercise: 09.4
// is: wrong
// cause: The cell's gradient goes back through the forget gate of step t − 1 instead of that of step t.
// named: forget|\bf\b
// named: previous|earlier|wrong step|t ?[-−–] ?1|step before|neighbou?r|other step|another step|before
// swift-format-ignore-file

func layerBackward(
  _ trace: LayerTrace, dOutputs: [Vector], parameters: LSTMLayer
) throws -> (gradients: LSTMLayer, dInputs: [Vector]) {

  let p = parameters
  let H = p.hiddenSize
  let zero = Vector(zeros: H)
  var grads = p.zeros
  var dInputs = trace.inputs.map { Vector(zeros: $0.count) }
  var dhNext = zero
  var dcNext = zero
  for t in trace.steps.indices.reversed() {
    let s = trace.steps[t]
    let (f, i, g, o) = (s.forgetGate, s.inputGate, s.candidate, s.outputGate)
    let hPrev = t == 0 ? zero : trace.steps[t - 1].hidden
    let cPrev = t == 0 ? zero : trace.steps[t - 1].cell
    let z = hPrev.concatenated(with: trace.inputs[t])
    let tc = try tanh(s.cell)
    let dh = dOutputs[t] + dhNext
    let dc = dh * o * (1 - tc * tc) + dcNext
    let af = dc * cPrev * f * (1 - f)
    let ai = dc * g * i * (1 - i)
    let ag = dc * i * (1 - g * g)
    let ao = dh * tc * o * (1 - o)
    grads.Wf.addOuter(af, z)
    grads.Wi.addOuter(ai, z)
    grads.Wg.addOuter(ag, z)
    grads.Wo.addOuter(ao, z)
    grads.bf += af
    grads.bi += ai
    grads.bg += ag
    grads.bo += ao
    var dz = p.Wf.transposedProduct(af)
    dz += p.Wi.transposedProduct(ai)
    dz += p.Wg.transposedProduct(ag)
    dz += p.Wo.transposedProduct(ao)
    dhNext = Vector(dz.prefix(H))
    dcNext = dc * (t > 0 ? trace.steps[t - 1].forgetGate : f)
    dInputs[t] = Vector(dz.dropFirst(H))
  }
  return (grads, dInputs)
}
