// exercise: 07.4
// is: wrong
// cause: The reset gate's gradient is taken from dn before the slope of the tanh, so 1 − n² is missing in it.
// named: reset|\bdr\b|Wxr|Whr|bxr|\br\b
// named: tanh|slope|1 ?[-−–] ?n|derivative|candidate
// swift-format-ignore-file

func gruBackward(
  _ trace: GRUTrace, targets: [Int], parameters: GRUParameters
) throws -> (gradients: GRUParameters, dInitialHidden: Vector) {

  var grads = parameters.zeros
  var dNext = Vector(zeros: parameters.hiddenSize)
  let T = trace.steps.count
  for k in 1...T {
    let t = T - k
    let step = trace.steps[t]
    let before = t > 0 ? trace.steps[t - 1].hidden : trace.initialHidden
    let x = try oneHot(trace.inputs[t], size: parameters.vocabularySize) as Vector
    let target = try oneHot(targets[t], size: parameters.vocabularySize) as Vector
    let dLogits = try softmax(trace.logits[t]) - target
    let dHidden = parameters.Wv.transposedProduct(dLogits) + dNext

    // values
    let dCandidate = dHidden * (1 - step.updateGate)
    let dUpdate = dHidden * (before - step.candidate)
    let dReset = dCandidate * step.recurrentTerm
    // what went into the activations
    let aCandidate = dCandidate * (1 - step.candidate * step.candidate)
    let aUpdate = dUpdate * step.updateGate * (1 - step.updateGate)
    let aReset = dReset * step.resetGate * (1 - step.resetGate)
    let dTerm = aCandidate * step.resetGate

    grads.Wv += dLogits.outer(step.hidden)
    grads.bv += dLogits
    grads.Wxr += aReset.outer(x)
    grads.Whr += aReset.outer(before)
    grads.bxr += aReset
    grads.bhr += aReset
    grads.Wxz += aUpdate.outer(x)
    grads.Whz += aUpdate.outer(before)
    grads.bxz += aUpdate
    grads.bhz += aUpdate
    grads.Wxn += aCandidate.outer(x)
    grads.Whn += dTerm.outer(before)
    grads.bxn += aCandidate
    grads.bhn += dTerm

    dNext = dHidden * step.updateGate
    dNext += parameters.Whr.transposedProduct(aReset)
    dNext += parameters.Whz.transposedProduct(aUpdate)
    dNext += parameters.Whn.transposedProduct(dTerm)
  }
  return (gradients: grads, dInitialHidden: dNext)
}
