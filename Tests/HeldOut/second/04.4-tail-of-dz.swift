// exercise: 04.4
// is: wrong
// cause: The gradient of the previous hidden state is taken from the last H elements of dz instead of the first H: the slice that belongs to x, as if z were [x; h′].
// named: dz|carr|dHidden|hidden state|state's gradient|previous state
// named: last H|slice|half|wrong (part|columns|elements|numbers|share)|columns|input's (part|share|half)|x's|suffix|belongs? to (the )?(input|x)|\[x|first H|of the input|order
// swift-format-ignore-file

private struct Deltas {
  var f: Vector, i: Vector, g: Vector, o: Vector
}

private func deltas(
  _ s: LSTMStep, cellBefore: Vector, dHidden: Vector, dCell: Vector, tanhCell: Vector
) -> Deltas {
  Deltas(
    f: dCell * cellBefore * s.forgetGate * (1 - s.forgetGate),
    i: dCell * s.candidate * s.inputGate * (1 - s.inputGate),
    g: dCell * s.inputGate * (1 - s.candidate * s.candidate),
    o: dHidden * tanhCell * s.outputGate * (1 - s.outputGate))
}

func lstmBackward(
  _ trace: LSTMTrace, targets: [Int], parameters: LSTMParameters
) throws -> (gradients: LSTMParameters, dInitialHidden: Vector, dInitialCell: Vector) {
  let H = parameters.hiddenSize
  var out = parameters.zeros
  var dH = Vector(zeros: H)
  var dC = Vector(zeros: H)
  var t = trace.inputs.count
  while t > 0 {
    t -= 1
    let step = trace.steps[t]
    let before = t > 0 ? trace.steps[t - 1].hidden : trace.initialHidden
    let cellBefore = t > 0 ? trace.steps[t - 1].cell : trace.initialCell
    let x: Vector = try oneHot(trace.inputs[t], size: parameters.vocabularySize)
    let z = before.concatenated(with: x)
    let target: Vector = try oneHot(targets[t], size: parameters.vocabularySize)
    let dLogits = try softmax(trace.logits[t]) - target
    out.Wv += dLogits.outer(step.hidden)
    out.bv += dLogits
    dH += parameters.Wv.transposedProduct(dLogits)
    let th = try tanh(step.cell)
    dC += dH * step.outputGate * (1 - th * th)
    let d = deltas(step, cellBefore: cellBefore, dHidden: dH, dCell: dC, tanhCell: th)
    out.Wf += d.f.outer(z)
    out.Wi += d.i.outer(z)
    out.Wg += d.g.outer(z)
    out.Wo += d.o.outer(z)
    out.bf += d.f
    out.bi += d.i
    out.bg += d.g
    out.bo += d.o
    let dz =
      parameters.Wf.transposedProduct(d.f) + parameters.Wi.transposedProduct(d.i)
      + parameters.Wg.transposedProduct(d.g) + parameters.Wo.transposedProduct(d.o)
    dH = Vector(dz.suffix(H))
    dC = dC * step.forgetGate
  }
  return (out, dH, dC)
}
