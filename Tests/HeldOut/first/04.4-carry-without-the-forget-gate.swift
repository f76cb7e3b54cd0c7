// exercise: 04.4
// is: wrong
// cause: The gradient of the cell goes back to the step before without being multiplied by the forget gate.
// named: carry
// named: forget gate
// swift-format-ignore-file

func lstmBackward(
  _ trace: LSTMTrace, targets: [Int], parameters: LSTMParameters
) throws -> (gradients: LSTMParameters, dInitialHidden: Vector, dInitialCell: Vector) {
  let p = parameters
  let H = p.hiddenSize
  var grad = p.zeros
  var dh_next = Vector(zeros: H)
  var dc_next = Vector(zeros: H)
  for t in stride(from: trace.inputs.count - 1, through: 0, by: -1) {
    let s = trace.steps[t]
    var h_prev = trace.initialHidden
    var c_prev = trace.initialCell
    if t > 0 {
      h_prev = trace.steps[t - 1].hidden
      c_prev = trace.steps[t - 1].cell
    }
    let x: Vector = try oneHot(trace.inputs[t], size: p.vocabularySize)
    let z = h_prev.concatenated(with: x)
    var dv = try softmax(trace.logits[t])
    dv[targets[t]] -= 1
    grad.Wv.addOuter(dv, s.hidden)
    grad.bv += dv
    let dh = p.Wv.transposedProduct(dv) + dh_next
    let tc = try tanh(s.cell)
    let do_ = dh * tc * s.outputGate * (1 - s.outputGate)
    let dc = dc_next + dh * s.outputGate * (1 - tc * tc)
    let dg = dc * s.inputGate * (1 - s.candidate * s.candidate)
    let di = dc * s.candidate * s.inputGate * (1 - s.inputGate)
    let df = dc * c_prev * s.forgetGate * (1 - s.forgetGate)
    grad.Wf.addOuter(df, z); grad.bf += df
    grad.Wi.addOuter(di, z); grad.bi += di
    grad.Wg.addOuter(dg, z); grad.bg += dg
    grad.Wo.addOuter(do_, z); grad.bo += do_
    let dz = p.Wf.transposedProduct(df) + p.Wi.transposedProduct(di)
      + p.Wg.transposedProduct(dg) + p.Wo.transposedProduct(do_)
    dh_next = Vector(dz[0..<H])
    dc_next = dc
  }
  return (grad, dh_next, dc_next)
}
