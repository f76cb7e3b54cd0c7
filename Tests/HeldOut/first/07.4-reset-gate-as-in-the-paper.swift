// exercise: 07.4
// is: wrong
// cause: The reset gate's gradient is dn times the old state h' instead of times the recurrent term q.
// named: reset|\bdr\b|\br\b
// named: old (hidden )?state|previous|h′|h'|recurrent term|\bq\b|state before
// swift-format-ignore-file

func gruBackward(
  _ trace: GRUTrace, targets: [Int], parameters: GRUParameters
) throws -> (gradients: GRUParameters, dInitialHidden: Vector) {
  var grad = parameters.zeros
  var back = Vector(zeros: parameters.hiddenSize)
  let states = [trace.initialHidden] + trace.steps.map(\.hidden)
  func slope(_ gate: Vector) -> Vector { gate * (1 - gate) }
  for t in trace.steps.indices.reversed() {
    let step = trace.steps[t]
    let old = states[t]
    let x: Vector = try oneHot(trace.inputs[t], size: parameters.vocabularySize)
    let y: Vector = try oneHot(targets[t], size: parameters.vocabularySize)
    let dLogits = try softmax(trace.logits[t]) - y
    grad.Wv += dLogits.outer(states[t + 1])
    grad.bv += dLogits
    let dHidden = parameters.Wv.transposedProduct(dLogits) + back
    let dCandidate = dHidden * (1 - step.updateGate) * (1 - step.candidate * step.candidate)
    let dUpdate = dHidden * (old - step.candidate) * slope(step.updateGate)
    let dReset = dCandidate * old * slope(step.resetGate)
    let dTerm = dCandidate * step.resetGate
    grad.Wxr += dReset.outer(x)
    grad.Wxz += dUpdate.outer(x)
    grad.Wxn += dCandidate.outer(x)
    grad.Whr += dReset.outer(old)
    grad.Whz += dUpdate.outer(old)
    grad.Whn += dTerm.outer(old)
    grad.bxr += dReset
    grad.bhr += dReset
    grad.bxz += dUpdate
    grad.bhz += dUpdate
    grad.bxn += dCandidate
    grad.bhn += dTerm
    back =
      dHidden * step.updateGate + parameters.Whr.transposedProduct(dReset)
      + parameters.Whz.transposedProduct(dUpdate) + parameters.Whn.transposedProduct(dTerm)
  }
  return (grad, back)
}
