// exercise: 04.4
// is: wrong
// cause: The gradient of the next cell is multiplied by the forget gate of the own step, f_t, instead of that of the next step, f_{t+1}.
// named: forget gate|\bf_?t?\b|f_
// named: own step|this step|same step|of the step (itself|before)|wrong step|one step|next step|f_?\{?t ?\+ ?1|previous|earlier|early|late|neighbou?r|shifted
// swift-format-ignore-file

func lstmBackward(
  _ trace: LSTMTrace, targets: [Int], parameters p: LSTMParameters
) throws -> (gradients: LSTMParameters, dInitialHidden: Vector, dInitialCell: Vector) {
  var g = p.zeros
  var dHiddenNext = Vector(zeros: p.hiddenSize)
  var dCellNext = Vector(zeros: p.hiddenSize)   // dc of step t + 1
  for t in trace.inputs.indices.reversed() {
    let st = trace.steps[t]
    let first = t == 0
    let z = (first ? trace.initialHidden : trace.steps[t - 1].hidden)
      .concatenated(with: try oneHot(trace.inputs[t], size: p.vocabularySize))
    let cellBefore = first ? trace.initialCell : trace.steps[t - 1].cell
    let tanhCell = st.cell.map { tanh($0) }

    var dLogits = try softmax(trace.logits[t])
    dLogits[targets[t]] -= 1
    g.bv += dLogits
    g.Wv.addOuter(dLogits, st.hidden)

    let dHidden = p.Wv.transposedProduct(dLogits) + dHiddenNext
    // dc_t = dh ⊙ o ⊙ (1 − tanh²c) + dc_{t+1} ⊙ f
    let dCell = dHidden * st.outputGate * (1 - tanhCell * tanhCell) + dCellNext * st.forgetGate

    let dAf = dCell * cellBefore * st.forgetGate * (1 - st.forgetGate)
    let dAi = dCell * st.candidate * st.inputGate * (1 - st.inputGate)
    let dAg = dCell * st.inputGate * (1 - st.candidate * st.candidate)
    let dAo = dHidden * tanhCell * st.outputGate * (1 - st.outputGate)
    g.Wf.addOuter(dAf, z)
    g.Wi.addOuter(dAi, z)
    g.Wg.addOuter(dAg, z)
    g.Wo.addOuter(dAo, z)
    g.bf += dAf
    g.bi += dAi
    g.bg += dAg
    g.bo += dAo
    let dz =
      p.Wf.transposedProduct(dAf) + p.Wi.transposedProduct(dAi) + p.Wg.transposedProduct(dAg)
      + p.Wo.transposedProduct(dAo)
    dHiddenNext = Vector(dz.prefix(p.hiddenSize))
    dCellNext = dCell
  }
  return (g, dHiddenNext, dCellNext * trace.steps[0].forgetGate)
}
