// exercise: 04.4
// is: wrong
// cause: The cell's gradient on its way from step t + 1 to step t is multiplied by the forget gate of step t instead of that of step t + 1.
// named: forget|\bf\b|f_t
// named: wrong step|own step|same step|this step|step t|next step|one step|t ?\+ ?1|earlier step|step before|previous step|late|early|another step|step that|index
// swift-format-ignore-file

func lstmBackward(
  _ trace: LSTMTrace, targets: [Int], parameters p: LSTMParameters
) throws -> (gradients: LSTMParameters, dInitialHidden: Vector, dInitialCell: Vector) {
  let T = trace.inputs.count, H = p.hiddenSize
  let h = [trace.initialHidden] + trace.steps.map(\.hidden)
  let c = [trace.initialCell] + trace.steps.map(\.cell)
  var grads = p.zeros
  var dh = Vector(zeros: H)
  var dc = Vector(zeros: H)
  for t in stride(from: T - 1, through: 0, by: -1) {
    let s = trace.steps[t]
    let (f, i, g, o) = (s.forgetGate, s.inputGate, s.candidate, s.outputGate)
    var err = try softmax(trace.logits[t])
    err[targets[t]] -= 1
    grads.Wv.addOuter(err, h[t + 1])
    grads.bv += err
    dh += p.Wv.transposedProduct(err)

    let th = try tanh(c[t + 1])
    // what comes back through the memory, weakened by the forget gate, and what comes from h
    dc = dc * f + dh * o * (1 - th * th)

    let pre: [(KeyPath<LSTMParameters, Matrix>, Vector)] = [
      (\.Wf, dc * c[t] * f * (1 - f)), (\.Wi, dc * g * i * (1 - i)),
      (\.Wg, dc * i * (1 - g * g)), (\.Wo, dh * th * o * (1 - o)),
    ]
    let z = h[t].concatenated(with: try oneHot(trace.inputs[t], size: p.vocabularySize))
    grads.Wf.addOuter(pre[0].1, z)
    grads.Wi.addOuter(pre[1].1, z)
    grads.Wg.addOuter(pre[2].1, z)
    grads.Wo.addOuter(pre[3].1, z)
    grads.bf += pre[0].1
    grads.bi += pre[1].1
    grads.bg += pre[2].1
    grads.bo += pre[3].1

    let dz = pre.reduce(Vector(zeros: z.count)) { sum, gate in
      sum + p[keyPath: gate.0].transposedProduct(gate.1)
    }
    dh = Vector(dz.prefix(H))
  }
  return (grads, dh, dc * trace.steps[0].forgetGate)
}
