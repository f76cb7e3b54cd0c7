// exercise: 09.4
// is: wrong
// cause: The forget gate's gradient is taken with the cell after the step instead of the cell before it.
// named: forget|\bdf\b|\bf\b|Wf
// named: new cell|cell after|after the step|c_t|current|own cell|late|instead of the (old|previous)|previous cell|cell before|old cell
// swift-format-ignore-file

func layerBackward(
  _ trace: LayerTrace, dOutputs: [Vector], parameters: LSTMLayer
) throws -> (gradients: LSTMLayer, dInputs: [Vector]) {
  let H = parameters.hiddenSize, T = trace.inputs.count, D = parameters.inputSize
  var g = parameters.zeros
  var dInputs = [Vector](repeating: Vector(zeros: D), count: T)
  var dhNext = [Double](repeating: 0, count: H)
  var dcNext = [Double](repeating: 0, count: H)
  for t in (0..<T).reversed() {
    let s = trace.steps[t]
    let previous = t > 0 ? trace.steps[t - 1].hidden : Vector(zeros: H)
    let z = previous.concatenated(with: trace.inputs[t])
    var dz = Vector(zeros: H + D)
    for j in 0..<H {
      let (f, i, c) = (s.forgetGate[j], s.inputGate[j], s.cell[j])
      let (u, o) = (s.candidate[j], s.outputGate[j])
      let y = tanh(c)
      let dh = dOutputs[t][j] + dhNext[j]
      let dc = dh * o * (1 - y * y) + dcNext[j]
      let af = dc * c * f * (1 - f)
      let ai = dc * u * i * (1 - i)
      let ag = dc * i * (1 - u * u)
      let ao = dh * y * o * (1 - o)
      for k in 0..<(H + D) {
        g.Wf[j, k] += af * z[k]
        g.Wi[j, k] += ai * z[k]
        g.Wg[j, k] += ag * z[k]
        g.Wo[j, k] += ao * z[k]
        dz[k] += parameters.Wf[j, k] * af + parameters.Wi[j, k] * ai
        dz[k] += parameters.Wg[j, k] * ag + parameters.Wo[j, k] * ao
      }
      g.bf[j] += af
      g.bi[j] += ai
      g.bg[j] += ag
      g.bo[j] += ao
      dcNext[j] = dc * f
    }
    for j in 0..<H { dhNext[j] = dz[j] }
    for k in 0..<D { dInputs[t][k] = dz[H + k] }
  }
  return (g, dInputs)
}
