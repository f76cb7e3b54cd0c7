// exercise: 04.4
// is: wrong
// cause: At the first step the cell before it is taken for zero instead of the trace's initial cell, so that the forget gate's gradient lacks that step.
// named: initial cell|initialCell|cell before|first step|previous cell|old cell
// named: zero|ignored|missing|left out|lack|not used
// swift-format-ignore-file

func lstmBackward(
  _ trace: LSTMTrace, targets: [Int], parameters: LSTMParameters
) throws -> (gradients: LSTMParameters, dInitialHidden: Vector, dInitialCell: Vector) {
  let p = parameters
  let H = p.hiddenSize
  var grads = p.zeros
  var dh_next = Vector(zeros: H)
  var dc_next = Vector(zeros: H)

  for t in stride(from: trace.inputs.count - 1, through: 0, by: -1) {
    let s = trace.steps[t]
    var h_prev = trace.initialHidden
    var c_prev = Vector(zeros: H)
    if t > 0 {
      h_prev = trace.steps[t - 1].hidden
      c_prev = trace.steps[t - 1].cell
    }
    let x: Vector = try oneHot(trace.inputs[t], size: p.vocabularySize)
    let z = h_prev.concatenated(with: x)

    var dy = try softmax(trace.logits[t])
    dy[targets[t]] -= 1
    grads.Wv.addOuter(dy, s.hidden)
    grads.bv += dy

    let tc = try tanh(s.cell)
    let dh = p.Wv.transposedProduct(dy) + dh_next
    let dc = dc_next + dh * s.outputGate * (1 - tc * tc)

    let d_o = dh * tc * s.outputGate * (1 - s.outputGate)
    let d_f = dc * c_prev * s.forgetGate * (1 - s.forgetGate)
    let d_i = dc * s.candidate * s.inputGate * (1 - s.inputGate)
    let d_g = dc * s.inputGate * (1 - s.candidate * s.candidate)

    grads.Wf.addOuter(d_f, z); grads.bf += d_f
    grads.Wi.addOuter(d_i, z); grads.bi += d_i
    grads.Wg.addOuter(d_g, z); grads.bg += d_g
    grads.Wo.addOuter(d_o, z); grads.bo += d_o

    var dz = p.Wf.transposedProduct(d_f)
    dz += p.Wi.transposedProduct(d_i)
    dz += p.Wg.transposedProduct(d_g)
    dz += p.Wo.transposedProduct(d_o)
    dh_next = Vector((0..<H).map { dz[$0] })
    dc_next = dc * s.forgetGate
  }
  return (grads, dh_next, dc_next)
}
