// exercise: 04.4
// is: wrong
// cause: The gradient of the later cell is multiplied by this step's forget gate instead of the later step's, through which it came: f_t for f_{t+1}.
// named: forget|\bf_
// named: wrong step|this step|own|same step|t ?\+ ?1|next|previous|step before|before it|earlier|later|one step|neighbou?r|f_t
// swift-format-ignore-file

func lstmBackward(
  _ trace: LSTMTrace, targets: [Int], parameters: LSTMParameters
) throws -> (gradients: LSTMParameters, dInitialHidden: Vector, dInitialCell: Vector) {
  let H = parameters.hiddenSize, V = parameters.vocabularySize
  let T = trace.inputs.count
  var grads = parameters.zeros
  var dhNext = Vector(zeros: H)
  var dc = Vector(zeros: H)     // of the cell at the step after
  for t in (0..<T).reversed() {
    let s = trace.steps[t]
    let (hPrev, cPrev) =
      t == 0
      ? (trace.initialHidden, trace.initialCell) : (trace.steps[t - 1].hidden, trace.steps[t - 1].cell)
    let x: Vector = try oneHot(trace.inputs[t], size: V)
    let zt = hPrev.concatenated(with: x)

    var dv = try softmax(trace.logits[t])
    dv[targets[t]] -= 1
    grads.Wv.addOuter(dv, s.hidden)
    grads.bv += dv

    let dh = parameters.Wv.transposedProduct(dv) + dhNext
    let th = try tanh(s.cell)
    dc = dc * s.forgetGate + dh * s.outputGate * (1 - th * th)

    let dao = dh * th * s.outputGate * (1 - s.outputGate)
    let daf = dc * cPrev * s.forgetGate * (1 - s.forgetGate)
    let dai = dc * s.candidate * s.inputGate * (1 - s.inputGate)
    let dag = dc * s.inputGate * (1 - s.candidate * s.candidate)
    grads.Wo.addOuter(dao, zt)
    grads.Wf.addOuter(daf, zt)
    grads.Wi.addOuter(dai, zt)
    grads.Wg.addOuter(dag, zt)
    grads.bo += dao
    grads.bf += daf
    grads.bi += dai
    grads.bg += dag

    var dz = parameters.Wf.transposedProduct(daf)
    dz += parameters.Wi.transposedProduct(dai)
    dz += parameters.Wg.transposedProduct(dag)
    dz += parameters.Wo.transposedProduct(dao)
    dhNext = Vector(dz.prefix(H))
  }
  return (grads, dhNext, dc * trace.steps[0].forgetGate)
}
