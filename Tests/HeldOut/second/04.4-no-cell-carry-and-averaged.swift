// exercise: 04.4
// is: wrong
// cause: Two at once: the cell's gradient from the next step is never added, and the gradients are divided by the number of steps at the end.
// named: cell|dCell|dc
// named: carry|next|back through time|not carried|never added|dCellNext
// named: mean|divided by|averag|1/T
// swift-format-ignore-file

func lstmBackward(
  _ trace: LSTMTrace, targets: [Int], parameters p: LSTMParameters
) throws -> (gradients: LSTMParameters, dInitialHidden: Vector, dInitialCell: Vector) {
  let H = p.hiddenSize
  var grads = p.zeros
  var dhNext = Vector(zeros: H), dcPrev = Vector(zeros: H)
  for t in trace.inputs.indices.reversed() {
    let s = trace.steps[t]
    let hPrev = t > 0 ? trace.steps[t - 1].hidden : trace.initialHidden
    let cPrev = t > 0 ? trace.steps[t - 1].cell : trace.initialCell
    let z = hPrev.concatenated(with: try oneHot(trace.inputs[t], size: p.vocabularySize))
    var dy = try softmax(trace.logits[t])
    dy[targets[t]] -= 1
    grads.Wv.addOuter(dy, s.hidden)
    grads.bv += dy
    let dh = p.Wv.transposedProduct(dy) + dhNext
    let tc = try tanh(s.cell)
    let dc = dh * s.outputGate * (1 - tc * tc)
    let df = dc * cPrev * s.forgetGate * (1 - s.forgetGate)
    let di = dc * s.candidate * s.inputGate * (1 - s.inputGate)
    let dg = dc * s.inputGate * (1 - s.candidate * s.candidate)
    let dO = dh * tc * s.outputGate * (1 - s.outputGate)
    for (path, d) in [(\LSTMParameters.Wf, df), (\.Wi, di), (\.Wg, dg), (\.Wo, dO)] {
      grads[keyPath: path].addOuter(d, z)
    }
    grads.bf += df
    grads.bi += di
    grads.bg += dg
    grads.bo += dO
    let dz = p.Wf.transposedProduct(df) + p.Wi.transposedProduct(di)
      + p.Wg.transposedProduct(dg) + p.Wo.transposedProduct(dO)
    dhNext = Vector(dz.prefix(H))
    dcPrev = dc * s.forgetGate
  }
  let T = Double(trace.inputs.count)
  grads.tensors = grads.tensors.map { $0 * (1 / T) }
  return (grads, dhNext, dcPrev)
}
