// exercise: 04.4
// is: wrong
// cause: The gradient of the output gate takes the raw cell c instead of tanh(c).
// named: output gate|\bd?o\b|Wo\b|do_t
// named: (without|not|instead of|lacks?|missing|before|no|in place of) (the |its |a )?(tanh|squash)|tanh.*(missing|left out|lost|forgotten)|raw|unsquashed|cell itself
// swift-format-ignore-file

func lstmBackward(
  _ trace: LSTMTrace, targets: [Int], parameters: LSTMParameters
) throws -> (gradients: LSTMParameters, dInitialHidden: Vector, dInitialCell: Vector) {
  let H = parameters.hiddenSize
  var grads = parameters.zeros
  var dhNext = Vector(zeros: H), dcNext = Vector(zeros: H)
  for t in (0..<trace.steps.count).reversed() {
    let s = trace.steps[t]
    let hPrev = t > 0 ? trace.steps[t - 1].hidden : trace.initialHidden
    let cPrev = t > 0 ? trace.steps[t - 1].cell : trace.initialCell
    let z = hPrev.concatenated(with: try oneHot(trace.inputs[t], size: parameters.vocabularySize))

    var dv = try softmax(trace.logits[t])
    dv[targets[t]] -= 1
    grads.Wv.addOuter(dv, s.hidden)
    grads.bv += dv

    let dh = parameters.Wv.transposedProduct(dv) + dhNext
    let daO = dh * s.cell * s.outputGate * (1 - s.outputGate)
    let tc = try tanh(s.cell)
    let dc = dh * s.outputGate * (1 - tc * tc) + dcNext
    let daF = dc * cPrev * s.forgetGate * (1 - s.forgetGate)
    let daI = dc * s.candidate * s.inputGate * (1 - s.inputGate)
    let daG = dc * s.inputGate * (1 - s.candidate * s.candidate)

    grads.Wf.addOuter(daF, z)
    grads.Wi.addOuter(daI, z)
    grads.Wg.addOuter(daG, z)
    grads.Wo.addOuter(daO, z)
    grads.bf += daF
    grads.bi += daI
    grads.bg += daG
    grads.bo += daO

    var dz = parameters.Wf.transposedProduct(daF)
    dz += parameters.Wi.transposedProduct(daI)
    dz += parameters.Wg.transposedProduct(daG)
    dz += parameters.Wo.transposedProduct(daO)
    dhNext = Vector(dz[0..<H])
    dcNext = dc * s.forgetGate
  }
  return (grads, dhNext, dcNext)
}
