// exercise: 04.4
// is: wrong
// cause: Two at once: the input gate's and the candidate's factors are exchanged (di uses i, dg uses g), and the biases' gradients are assigned instead of added up over time.
// named: (candidate|\bg\b).*(input gate|\bi\b)|(input gate|\bi\b).*(candidate|\bg\b)
// named: bias
// named: last|assigned|overwritten|first step
// swift-format-ignore-file

func lstmBackward(
  _ trace: LSTMTrace, targets: [Int], parameters p: LSTMParameters
) throws -> (gradients: LSTMParameters, dInitialHidden: Vector, dInitialCell: Vector) {
  var gradients = p.zeros
  var dHiddenNext = Vector(zeros: p.hiddenSize)
  var dCellNext = Vector(zeros: p.hiddenSize)
  for t in trace.inputs.indices.reversed() {
    let step = trace.steps[t]
    let (f, i, g, o) = (step.forgetGate, step.inputGate, step.candidate, step.outputGate)
    let previousHidden = t > 0 ? trace.steps[t - 1].hidden : trace.initialHidden
    let previousCell = t > 0 ? trace.steps[t - 1].cell : trace.initialCell
    let z = previousHidden.concatenated(
      with: try oneHot(trace.inputs[t], size: p.vocabularySize))
    let tc = try tanh(step.cell)
    var dl = try softmax(trace.logits[t])
    dl[targets[t]] -= 1
    gradients.Wv.addOuter(dl, step.hidden)
    gradients.bv = dl
    let dh = p.Wv.transposedProduct(dl) + dHiddenNext
    let dc = dh * o * (1 - tc * tc) + dCellNext
    let df = dc * previousCell * f * (1 - f)
    let di = dc * i * i * (1 - i)
    let dg = dc * g * (1 - g * g)
    let dO = dh * tc * o * (1 - o)
    gradients.Wf.addOuter(df, z)
    gradients.Wi.addOuter(di, z)
    gradients.Wg.addOuter(dg, z)
    gradients.Wo.addOuter(dO, z)
    gradients.bf = df
    gradients.bi = di
    gradients.bg = dg
    gradients.bo = dO
    let dz =
      p.Wf.transposedProduct(df) + p.Wi.transposedProduct(di) + p.Wg.transposedProduct(dg)
      + p.Wo.transposedProduct(dO)
    dHiddenNext = Vector(dz.prefix(p.hiddenSize))
    dCellNext = dc * f
  }
  return (gradients, dHiddenNext, dCellNext)
}
