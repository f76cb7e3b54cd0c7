// exercise: 04.4
// is: wrong
// cause: The candidate, a tanh, is differentiated as if it were a sigmoid: g(1 − g) instead of 1 − g².
// named: candidate|\bdg\b|dWg|\bWg\b|\bg\b
// named: sigmoid|g ?\(1 ?[-−] ?g\)|g ?[*·⊙] ?\(1 ?[-−] ?g\)|σ|gate['’]s slope|slope of a gate|like a gate|as a gate
// swift-format-ignore-file

func lstmBackward(
  _ trace: LSTMTrace, targets: [Int], parameters: LSTMParameters
) throws -> (gradients: LSTMParameters, dInitialHidden: Vector, dInitialCell: Vector) {
  func slope(_ gate: Vector) -> Vector { gate * (1 - gate) }
  var acc = parameters.zeros
  var dHiddenNext = Vector(zeros: parameters.hiddenSize)
  var dCellNext = Vector(zeros: parameters.hiddenSize)
  for t in trace.steps.indices.reversed() {
    let step = trace.steps[t]
    let (oldH, oldC) =
      t > 0
      ? (trace.steps[t - 1].hidden, trace.steps[t - 1].cell)
      : (trace.initialHidden, trace.initialCell)
    let z = oldH.concatenated(with: try oneHot(trace.inputs[t], size: parameters.vocabularySize))
    let target: Vector = try oneHot(targets[t], size: parameters.vocabularySize)
    let dLogits = try softmax(trace.logits[t]) - target
    acc.Wv.addOuter(dLogits, step.hidden)
    acc.bv += dLogits

    let dHidden = parameters.Wv.transposedProduct(dLogits) + dHiddenNext
    let squashed = try tanh(step.cell)
    let dCell = dCellNext + dHidden * step.outputGate * (1 - squashed * squashed)

    let aF = dCell * oldC * slope(step.forgetGate)
    let aI = dCell * step.candidate * slope(step.inputGate)
    let aG = dCell * step.inputGate * slope(step.candidate)
    let aO = dHidden * squashed * slope(step.outputGate)

    acc.Wf.addOuter(aF, z)
    acc.Wi.addOuter(aI, z)
    acc.Wg.addOuter(aG, z)
    acc.Wo.addOuter(aO, z)
    acc.bf += aF
    acc.bi += aI
    acc.bg += aG
    acc.bo += aO
    let dz1 = parameters.Wf.transposedProduct(aF) + parameters.Wi.transposedProduct(aI)
    let dz2 = parameters.Wg.transposedProduct(aG) + parameters.Wo.transposedProduct(aO)
    dHiddenNext = Vector((dz1 + dz2).prefix(parameters.hiddenSize))
    dCellNext = dCell * step.forgetGate
  }
  return (acc, dHiddenNext, dCellNext)
}
