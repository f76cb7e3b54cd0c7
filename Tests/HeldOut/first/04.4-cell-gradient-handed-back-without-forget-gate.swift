// exercise: 04.4
// is: wrong
// cause: The cell's gradient goes to the step before without being multiplied by the forget gate.
// named: cell|dCell|dc\b
// named: forget|\bf\b
// named: without|missing|left out|not (multiplied|scaled|times)|factor|unscaled|lacks?|omit|ignor
// swift-format-ignore-file

func lstmBackward(
  _ trace: LSTMTrace, targets: [Int], parameters: LSTMParameters
) throws -> (gradients: LSTMParameters, dInitialHidden: Vector, dInitialCell: Vector) {
  let p = parameters
  let H = p.hiddenSize
  var g = p.zeros
  var dhNext = Vector(zeros: H)
  var dcNext = Vector(zeros: H)

  for t in (0..<targets.count).reversed() {
    let s = trace.steps[t]
    let hPrev = t == 0 ? trace.initialHidden : trace.steps[t - 1].hidden
    let cPrev = t == 0 ? trace.initialCell : trace.steps[t - 1].cell
    let x: Vector = try oneHot(trace.inputs[t], size: p.vocabularySize)
    let z = hPrev.concatenated(with: x)

    let y: Vector = try oneHot(targets[t], size: p.vocabularySize)
    let dv = try softmax(trace.logits[t]) - y
    g.Wv += dv.outer(s.hidden)
    g.bv += dv

    let dh = p.Wv.transposed * dv + dhNext
    let tc = try tanh(s.cell)
    let dO = dh * tc * s.outputGate * (1 - s.outputGate)
    let dc = dcNext + dh * s.outputGate * (1 - tc * tc)
    let dF = dc * cPrev * s.forgetGate * (1 - s.forgetGate)
    let dI = dc * s.candidate * s.inputGate * (1 - s.inputGate)
    let dG = dc * s.inputGate * (1 - s.candidate * s.candidate)

    g.Wf += dF.outer(z); g.bf += dF
    g.Wi += dI.outer(z); g.bi += dI
    g.Wg += dG.outer(z); g.bg += dG
    g.Wo += dO.outer(z); g.bo += dO

    var dz = p.Wf.transposed * dF
    dz += p.Wi.transposed * dI
    dz += p.Wg.transposed * dG
    dz += p.Wo.transposed * dO
    dhNext = Vector(dz[0..<H])
    dcNext = dc
  }
  return (g, dhNext, dcNext)
}
