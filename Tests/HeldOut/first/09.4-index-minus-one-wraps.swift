// exercise: 09.4
// is: wrong
// cause: At the first step the state and cell before it are taken from the last step, as h[-1] does in NumPy, and not zero.
// named: first step|t = 0|before the first|last step|wrap
// swift-format-ignore-file

func layerBackward(
  _ trace: LayerTrace, dOutputs: [Vector], parameters: LSTMLayer
) throws -> (gradients: LSTMLayer, dInputs: [Vector]) {
  let p = parameters
  let H = p.hiddenSize
  let T = trace.steps.count
  var grad = p.zeros
  var dX = [Vector](repeating: Vector(zeros: p.inputSize), count: T)
  var dh = Vector(zeros: H)
  var dc = Vector(zeros: H)
  for t in (0..<T).reversed() {
    let s = trace.steps[t]
    // h[t - 1], c[t - 1]
    let before = trace.steps[(t - 1 + T) % T]
    let z = before.hidden.concatenated(with: trace.inputs[t])
    let tc = try tanh(s.cell)
    dh = dh + dOutputs[t]
    dc = dc + dh * s.outputGate * (1 - tc * tc)
    let af = dc * before.cell * s.forgetGate * (1 - s.forgetGate)
    let ai = dc * s.candidate * s.inputGate * (1 - s.inputGate)
    let ag = dc * s.inputGate * (1 - s.candidate * s.candidate)
    let ao = dh * tc * s.outputGate * (1 - s.outputGate)
    grad.Wf.addOuter(af, z); grad.bf += af
    grad.Wi.addOuter(ai, z); grad.bi += ai
    grad.Wg.addOuter(ag, z); grad.bg += ag
    grad.Wo.addOuter(ao, z); grad.bo += ao
    let dz = p.Wf.transposedProduct(af) + p.Wi.transposedProduct(ai)
      + p.Wg.transposedProduct(ag) + p.Wo.transposedProduct(ao)
    dh = Vector(dz[0..<H])
    dX[t] = Vector(dz[H...])
    dc = dc * s.forgetGate
  }
  return (grad, dX)
}
