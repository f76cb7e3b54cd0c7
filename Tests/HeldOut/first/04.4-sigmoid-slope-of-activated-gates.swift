// exercise: 04.4
// is: wrong
// cause: The sigmoid is applied once more to gates that are activated already: the slope is σ(f)(1 − σ(f)) instead of f(1 − f).
// named: activated|sigmoid twice|derivative.*gates
// swift-format-ignore-file

func dsigmoid(_ v: Vector) throws -> Vector {
  let s = try sigmoid(v)
  return s * (1 - s)
}

func lstmBackward(
  _ trace: LSTMTrace, targets: [Int], parameters p: LSTMParameters
) throws -> (gradients: LSTMParameters, dInitialHidden: Vector, dInitialCell: Vector) {
  var grads = p.zeros
  var dhNext = Vector(zeros: p.hiddenSize)
  var dcNext = Vector(zeros: p.hiddenSize)
  for (t, step) in trace.steps.enumerated().reversed() {
    let hPrev = t > 0 ? trace.steps[t - 1].hidden : trace.initialHidden
    let cPrev = t > 0 ? trace.steps[t - 1].cell : trace.initialCell
    let z = hPrev.concatenated(with: try oneHot(trace.inputs[t], size: p.vocabularySize))
    var dy = try softmax(trace.logits[t])
    dy[targets[t]] -= 1
    grads.Wv.addOuter(dy, step.hidden)
    grads.bv += dy
    let dh = p.Wv.transposedProduct(dy) + dhNext
    let tanhC = try tanh(step.cell)
    let dc = dh * step.outputGate * (1 - tanhC * tanhC) + dcNext
    let df = dc * cPrev * (try dsigmoid(step.forgetGate))
    let di = dc * step.candidate * (try dsigmoid(step.inputGate))
    let dg = dc * step.inputGate * (1 - step.candidate * step.candidate)
    let dO = dh * tanhC * (try dsigmoid(step.outputGate))
    grads.Wf.addOuter(df, z)
    grads.Wi.addOuter(di, z)
    grads.Wg.addOuter(dg, z)
    grads.Wo.addOuter(dO, z)
    grads.bf += df
    grads.bi += di
    grads.bg += dg
    grads.bo += dO
    let dz = p.Wf.transposedProduct(df) + p.Wi.transposedProduct(di)
      + p.Wg.transposedProduct(dg) + p.Wo.transposedProduct(dO)
    dhNext = Vector(dz.prefix(p.hiddenSize))
    dcNext = dc * step.forgetGate
  }
  return (grads, dhNext, dcNext)
}
