// exercise: 04.4
// is: wrong
// cause: The gradient carried to the cell is multiplied by the forget gate of the step it arrives at, f_t, instead of that of the step it comes from, f_{t+1}.
// named: forget|\bf\b|f_\{?t
// named: \bdc|cell|carry|carried
// named: wrong step|f_\{?t|\bown\b|this step|same step|step before|previous|before|earlier|late|shift|arrives|next|another step|other step
// swift-format-ignore-file

func lstmBackward(
  _ trace: LSTMTrace, targets: [Int], parameters p: LSTMParameters
) throws -> (gradients: LSTMParameters, dInitialHidden: Vector, dInitialCell: Vector) {
  var grad = p.zeros
  let H = p.hiddenSize
  var dhNext = Vector(zeros: H)
  var dcNext = Vector(zeros: H)
  for t in stride(from: trace.inputs.count - 1, through: 0, by: -1) {
    let s = trace.steps[t]
    let hPrev = t == 0 ? trace.initialHidden : trace.steps[t - 1].hidden
    let cPrev = t == 0 ? trace.initialCell : trace.steps[t - 1].cell
    let z = hPrev.concatenated(with: try oneHot(trace.inputs[t], size: p.vocabularySize))
    var dv = try softmax(trace.logits[t])
    dv[targets[t]] -= 1
    grad.Wv.addOuter(dv, s.hidden)
    grad.bv += dv

    let tc = try tanh(s.cell)
    let dh = p.Wv.transposedProduct(dv) + dhNext
    let dc = dh * s.outputGate * (1 - tc * tc) + dcNext * s.forgetGate

    let daf = dc * cPrev * s.forgetGate * (1 - s.forgetGate)
    let dai = dc * s.candidate * s.inputGate * (1 - s.inputGate)
    let dag = dc * s.inputGate * (1 - s.candidate * s.candidate)
    let dao = dh * tc * s.outputGate * (1 - s.outputGate)
    grad.Wf.addOuter(daf, z); grad.bf += daf
    grad.Wi.addOuter(dai, z); grad.bi += dai
    grad.Wg.addOuter(dag, z); grad.bg += dag
    grad.Wo.addOuter(dao, z); grad.bo += dao

    var dz = p.Wf.transposedProduct(daf)
    dz += p.Wi.transposedProduct(dai)
    dz += p.Wg.transposedProduct(dag)
    dz += p.Wo.transposedProduct(dao)
    dhNext = Vector(dz[0..<H])
    dcNext = dc
  }
  return (grad, dhNext, dcNext * trace.steps[0].forgetGate)
}
