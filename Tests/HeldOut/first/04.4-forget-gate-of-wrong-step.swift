// exercise: 04.4
// is: wrong
// cause: The cell gradient that arrives is multiplied by the forget gate of the step it arrives at, not of the step it comes from.
// named: forget
// swift-format-ignore-file

func lstmBackward(
  _ trace: LSTMTrace, targets: [Int], parameters: LSTMParameters
) throws -> (gradients: LSTMParameters, dInitialHidden: Vector, dInitialCell: Vector) {
  let p = parameters
  let H = p.hiddenSize
  var grad = p.zeros
  var dhNext = Vector(zeros: H)
  var dcNext = Vector(zeros: H)
  for t in stride(from: trace.steps.count - 1, through: 0, by: -1) {
    let s = trace.steps[t]
    let f = s.forgetGate, i = s.inputGate, g = s.candidate, o = s.outputGate
    let hPrev = t > 0 ? trace.steps[t - 1].hidden : trace.initialHidden
    let cPrev = t > 0 ? trace.steps[t - 1].cell : trace.initialCell
    let x: Vector = try oneHot(trace.inputs[t], size: p.vocabularySize)
    let z = hPrev.concatenated(with: x)
    let tc = try tanh(s.cell)
    var dy = try softmax(trace.logits[t])
    dy[targets[t]] -= 1
    grad.Wv.addOuter(dy, s.hidden)
    grad.bv += dy
    let dh = p.Wv.transposedProduct(dy) + dhNext
    let dc = dh * o * (1 - tc * tc) + dcNext * f
    let da_f = dc * cPrev * f * (1 - f)
    let da_i = dc * g * i * (1 - i)
    let da_g = dc * i * (1 - g * g)
    let da_o = dh * tc * o * (1 - o)
    grad.Wf.addOuter(da_f, z)
    grad.Wi.addOuter(da_i, z)
    grad.Wg.addOuter(da_g, z)
    grad.Wo.addOuter(da_o, z)
    grad.bf += da_f
    grad.bi += da_i
    grad.bg += da_g
    grad.bo += da_o
    var dz = p.Wf.transposedProduct(da_f)
    dz += p.Wi.transposedProduct(da_i)
    dz += p.Wg.transposedProduct(da_g)
    dz += p.Wo.transposedProduct(da_o)
    dhNext = Vector(dz.prefix(H))
    dcNext = dc
  }
  return (grad, dhNext, dcNext)
}
