// exercise: 04.4
// is: wrong
// cause: The output gate's gradient uses only the loss of its own step; the hidden state's gradient from the next step is added after it was computed.
// named: output gate|\bdo\b
// named: next|comes back|dHiddenNext|own step|alone|later
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
    let hPrev = t > 0 ? trace.steps[t - 1].hidden : trace.initialHidden
    let cPrev = t > 0 ? trace.steps[t - 1].cell : trace.initialCell
    let z = hPrev.concatenated(with: try oneHot(trace.inputs[t], size: p.vocabularySize))
    let tanhCell = try tanh(step.cell)
    var dLogits = try softmax(trace.logits[t])
    dLogits[targets[t]] -= 1
    gradients.Wv.addOuter(dLogits, step.hidden)
    gradients.bv += dLogits
    var dHidden = p.Wv.transposedProduct(dLogits)
    let dO = dHidden * tanhCell * o * (1 - o)
    dHidden += dHiddenNext
    let dCell = dHidden * o * (1 - tanhCell * tanhCell) + dCellNext
    let df = dCell * cPrev * f * (1 - f)
    let di = dCell * g * i * (1 - i)
    let dg = dCell * i * (1 - g * g)
    gradients.Wf.addOuter(df, z)
    gradients.Wi.addOuter(di, z)
    gradients.Wg.addOuter(dg, z)
    gradients.Wo.addOuter(dO, z)
    gradients.bf += df
    gradients.bi += di
    gradients.bg += dg
    gradients.bo += dO
    let dz =
      p.Wf.transposedProduct(df) + p.Wi.transposedProduct(di) + p.Wg.transposedProduct(dg)
      + p.Wo.transposedProduct(dO)
    dHiddenNext = Vector(dz.prefix(p.hiddenSize))
    dCellNext = dCell * f
  }
  return (gradients, dHiddenNext, dCellNext)
}
