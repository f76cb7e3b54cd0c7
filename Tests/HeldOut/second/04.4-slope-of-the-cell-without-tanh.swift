// exercise: 04.4
// is: wrong
// cause: In the way from the hidden state into the cell the slope is 1 − c² instead of 1 − tanh²(c).
// named: 1 − c²|c²|cell itself|without (its |the )?tanh|not squashed|slope
// swift-format-ignore-file

func lstmBackward(
  _ trace: LSTMTrace, targets: [Int], parameters p: LSTMParameters
) throws -> (gradients: LSTMParameters, dInitialHidden: Vector, dInitialCell: Vector) {
  var g = p.zeros
  var dhNext = Vector(zeros: p.hiddenSize)
  var dcNext = Vector(zeros: p.hiddenSize)
  func dtanh(_ y: Vector) -> Vector { 1 - y * y }
  func dsigmoid(_ y: Vector) -> Vector { y * (1 - y) }
  for t in trace.inputs.indices.reversed() {
    let s = trace.steps[t]
    let hPrev = t > 0 ? trace.steps[t - 1].hidden : trace.initialHidden
    let cPrev = t > 0 ? trace.steps[t - 1].cell : trace.initialCell
    let z = hPrev.concatenated(with: try oneHot(trace.inputs[t], size: p.vocabularySize))
    var dy = try softmax(trace.logits[t])
    dy[targets[t]] -= 1
    g.Wv.addOuter(dy, s.hidden)
    g.bv += dy
    let dh = p.Wv.transposedProduct(dy) + dhNext
    let dO = dh * (try tanh(s.cell)) * dsigmoid(s.outputGate)
    let dc = dcNext + dh * s.outputGate * dtanh(s.cell)
    let df = dc * cPrev * dsigmoid(s.forgetGate)
    let di = dc * s.candidate * dsigmoid(s.inputGate)
    let dg = dc * s.inputGate * dtanh(s.candidate)
    g.Wf.addOuter(df, z)
    g.Wi.addOuter(di, z)
    g.Wg.addOuter(dg, z)
    g.Wo.addOuter(dO, z)
    g.bf += df
    g.bi += di
    g.bg += dg
    g.bo += dO
    let dz = p.Wf.transposedProduct(df) + p.Wi.transposedProduct(di)
      + p.Wg.transposedProduct(dg) + p.Wo.transposedProduct(dO)
    dhNext = Vector(dz.prefix(p.hiddenSize))
    dcNext = s.forgetGate * dc
  }
  return (g, dhNext, dcNext)
}
