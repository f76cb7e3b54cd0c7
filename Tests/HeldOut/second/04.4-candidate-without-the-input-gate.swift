// exercise: 04.4
// is: wrong
// cause: The candidate's gradient lacks the factor i, the input gate.
// named: candidate|dg
// named: input gate|factor i|without i|\bi\b
// swift-format-ignore-file

func lstmBackward(
  _ trace: LSTMTrace, targets: [Int], parameters: LSTMParameters
) throws -> (gradients: LSTMParameters, dInitialHidden: Vector, dInitialCell: Vector) {
  let P = parameters
  let H = P.hiddenSize
  var out = P.zeros
  var dh = Vector(zeros: H)
  var dc = Vector(zeros: H)
  var t = trace.inputs.count - 1
  while t >= 0 {
    let now = trace.steps[t]
    let hOld = t > 0 ? trace.steps[t - 1].hidden : trace.initialHidden
    let cOld = t > 0 ? trace.steps[t - 1].cell : trace.initialCell
    let z = hOld.concatenated(with: try oneHot(trace.inputs[t], size: P.vocabularySize))
    let error = try softmax(trace.logits[t]) - oneHot(targets[t], size: P.vocabularySize)
    out.Wv += error.outer(now.hidden)
    out.bv += error
    dh += P.Wv.transposedProduct(error)
    let tanhC = now.cell.map { tanh($0) }
    dc += dh * now.outputGate * (1 - tanhC * tanhC)
    var dz = Vector(zeros: z.count)
    let dao = dh * tanhC * now.outputGate * (1 - now.outputGate)
    out.Wo += dao.outer(z)
    out.bo += dao
    dz += P.Wo.transposedProduct(dao)
    let daf = dc * cOld * now.forgetGate * (1 - now.forgetGate)
    out.Wf += daf.outer(z)
    out.bf += daf
    dz += P.Wf.transposedProduct(daf)
    let dai = dc * now.candidate * now.inputGate * (1 - now.inputGate)
    out.Wi += dai.outer(z)
    out.bi += dai
    dz += P.Wi.transposedProduct(dai)
    let dag = dc * (1 - now.candidate * now.candidate)
    out.Wg += dag.outer(z)
    out.bg += dag
    dz += P.Wg.transposedProduct(dag)
    dh = Vector(dz.prefix(H))
    dc = dc * now.forgetGate
    t -= 1
  }
  return (out, dh, dc)
}
