// exercise: 04.4
// is: wrong
// cause: The candidate's gradient takes the slope of the sigmoid, g(1 − g), instead of that of tanh, 1 − g².
// named: candidate|\bd?g\b|g_t|Wg
// named: sigmoid|σ|g ?[·*⊙]? ?\(1 ?[−-] ?g\)|slope of a gate|gate.?s slope|logistic
// swift-format-ignore-file

func lstmBackward(
  _ trace: LSTMTrace, targets: [Int], parameters p: LSTMParameters
) throws -> (gradients: LSTMParameters, dInitialHidden: Vector, dInitialCell: Vector) {
  let H = p.hiddenSize
  var weights = [p.Wf, p.Wi, p.Wg, p.Wo].map { Matrix(zeros: $0.rows, $0.columns) }
  var biases = [Vector](repeating: Vector(zeros: H), count: 4)
  var dWv = Matrix(zeros: p.vocabularySize, H)
  var dbv = Vector(zeros: p.vocabularySize)
  var dh = Vector(zeros: H)
  var dc = Vector(zeros: H)

  for t in stride(from: trace.inputs.count - 1, through: 0, by: -1) {
    let step = trace.steps[t]
    let (oldHidden, oldCell) = t > 0
      ? (trace.steps[t - 1].hidden, trace.steps[t - 1].cell)
      : (trace.initialHidden, trace.initialCell)
    let z = oldHidden.concatenated(with: try oneHot(trace.inputs[t], size: p.vocabularySize))

    let dLogits = try softmax(trace.logits[t]) - oneHot(targets[t], size: p.vocabularySize)
    dWv.addOuter(dLogits, step.hidden)
    dbv += dLogits
    dh += p.Wv.transposedProduct(dLogits)

    let tc = try tanh(step.cell)
    dc += dh * step.outputGate * (1 - tc * tc)

    // gradient at each gate, then one loop for everything the gates have in common
    let values = [step.forgetGate, step.inputGate, step.candidate, step.outputGate]
    let atGate = [dc * oldCell, dc * step.candidate, dc * step.inputGate, dh * tc]
    var dz = Vector(zeros: z.count)
    for (k, W) in [p.Wf, p.Wi, p.Wg, p.Wo].enumerated() {
      let da = atGate[k] * values[k] * (1 - values[k])
      weights[k].addOuter(da, z)
      biases[k] += da
      dz += W.transposedProduct(da)
    }
    dh = Vector(dz.prefix(H))
    dc = dc * step.forgetGate
  }

  let gradients = LSTMParameters(
    Wf: weights[0], Wi: weights[1], Wg: weights[2], Wo: weights[3], Wv: dWv, bf: biases[0],
    bi: biases[1], bg: biases[2], bo: biases[3], bv: dbv)
  return (gradients, dh, dc)
}
