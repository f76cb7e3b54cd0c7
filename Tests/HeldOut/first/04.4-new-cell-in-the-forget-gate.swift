// exercise: 04.4
// is: wrong
// cause: The forget gate's gradient uses c_t, the cell after the step, instead of c_{t−1}.
// named: df|forget gate
// named: c_t|new cell
// swift-format-ignore-file

func lstmBackward(
  _ trace: LSTMTrace, targets: [Int], parameters: LSTMParameters
) throws -> (gradients: LSTMParameters, dInitialHidden: Vector, dInitialCell: Vector) {
  var d = parameters.zeros
  let n = parameters.hiddenSize
  var dH = Vector(zeros: n), dC = Vector(zeros: n)
  for t in trace.steps.indices.reversed() {
    let s = trace.steps[t]
    let prev = t > 0 ? trace.steps[t - 1].hidden : trace.initialHidden
    let z = prev.concatenated(with: try oneHot(trace.inputs[t], size: parameters.vocabularySize))
    let y: Vector = try oneHot(targets[t], size: parameters.vocabularySize)
    let dLogits = try softmax(trace.logits[t]) - y
    d.Wv += dLogits.outer(s.hidden)
    d.bv += dLogits
    dH += parameters.Wv.transposedProduct(dLogits)
    let tc = s.cell.map { tanh($0) }
    dC += dH * s.outputGate * tc.map { 1 - $0 * $0 }
    let df = dC * s.cell * s.forgetGate * (1 - s.forgetGate)
    let di = dC * s.candidate * s.inputGate * (1 - s.inputGate)
    let dg = dC * s.inputGate * s.candidate.map { 1 - $0 * $0 }
    let dO = dH * tc * s.outputGate * (1 - s.outputGate)
    d.Wf += df.outer(z)
    d.Wi += di.outer(z)
    d.Wg += dg.outer(z)
    d.Wo += dO.outer(z)
    d.bf += df
    d.bi += di
    d.bg += dg
    d.bo += dO
    var dz = Vector(zeros: z.count)
    dz += parameters.Wf.transposedProduct(df)
    dz += parameters.Wi.transposedProduct(di)
    dz += parameters.Wg.transposedProduct(dg)
    dz += parameters.Wo.transposedProduct(dO)
    dH = Vector(dz.prefix(n))
    dC = dC * s.forgetGate
  }
  return (d, dH, dC)
}
