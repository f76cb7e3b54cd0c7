// exercise: 04.4
// is: wrong
// cause: The output gate's gradient uses only the part of dHidden that comes from the step's own logits, not what comes back from the next step.
// named: output gate|\bdo\b|\bWo\b
// named: next step|later|dHiddenNext|future|only (the|from|its|of)|own (logits|loss)|logits alone|through time|recurrent|without what|(second|other) (way|part|share)|following step
// swift-format-ignore-file

func lstmBackward(
  _ trace: LSTMTrace, targets: [Int], parameters: LSTMParameters
) throws -> (gradients: LSTMParameters, dInitialHidden: Vector, dInitialCell: Vector) {
  let p = parameters
  var grad = p.zeros
  var dh_next = Vector(zeros: p.hiddenSize)
  var dc_next = Vector(zeros: p.hiddenSize)
  for t in stride(from: trace.inputs.count - 1, to: -1, by: -1) {
    let (f, i) = (trace.steps[t].forgetGate, trace.steps[t].inputGate)
    let (g, o) = (trace.steps[t].candidate, trace.steps[t].outputGate)
    let (h, c) = (trace.steps[t].hidden, trace.steps[t].cell)
    var (h_prev, c_prev) = (trace.initialHidden, trace.initialCell)
    if t > 0 { (h_prev, c_prev) = (trace.steps[t - 1].hidden, trace.steps[t - 1].cell) }
    let z = Vector(Array(h_prev) + Array(try oneHot(trace.inputs[t], size: p.vocabularySize) as Vector))
    let tanh_c = try tanh(c)

    var dv = try softmax(trace.logits[t])
    dv[targets[t]] -= 1
    grad.Wv.addOuter(dv, h)
    grad.bv += dv
    let dh = p.Wv.transposedProduct(dv)

    // output gate
    let da_o = dh * tanh_c * (o * (1 - o))
    // cell
    let dc = (dh + dh_next) * o * (1 - tanh_c * tanh_c) + dc_next
    let da_f = dc * c_prev * (f * (1 - f))
    let da_i = dc * g * (i * (1 - i))
    let da_g = dc * i * (1 - g * g)

    grad.Wf.addOuter(da_f, z)
    grad.bf += da_f
    grad.Wi.addOuter(da_i, z)
    grad.bi += da_i
    grad.Wg.addOuter(da_g, z)
    grad.bg += da_g
    grad.Wo.addOuter(da_o, z)
    grad.bo += da_o

    let dz =
      p.Wf.transposedProduct(da_f) + p.Wi.transposedProduct(da_i)
      + p.Wg.transposedProduct(da_g) + p.Wo.transposedProduct(da_o)
    dh_next = Vector(dz.prefix(p.hiddenSize))
    dc_next = f * dc
  }
  return (grad, dh_next, dc_next)
}
