// exercise: 04.4
// is: wrong
// cause: Of dz the last H elements are carried as the gradient of the hidden state instead of the first H.
// named: \bdz|\bz\b|joint|concat|split|\[h; ?x\]|\[x; ?h\]|carry|carried|dHidden|dh|hidden
// named: last|end|suffix|wrong (part|half|end|elements|slice)|other (part|half|end)|share of the (input|token|x)|x first|input|behind|first V
// swift-format-ignore-file

func lstmBackward(
  _ trace: LSTMTrace, targets: [Int], parameters: LSTMParameters
) throws -> (gradients: LSTMParameters, dInitialHidden: Vector, dInitialCell: Vector) {
  var g = parameters.zeros
  var carryH = Vector(zeros: parameters.hiddenSize)
  var carryC = Vector(zeros: parameters.hiddenSize)

  /// σ' from the value of the sigmoid.
  func slope(_ y: Vector) -> Vector { y * (1 - y) }

  for (t, step) in trace.steps.enumerated().reversed() {
    let beforeH = t > 0 ? trace.steps[t - 1].hidden : trace.initialHidden
    let beforeC = t > 0 ? trace.steps[t - 1].cell : trace.initialCell
    let x: Vector = try oneHot(trace.inputs[t], size: parameters.vocabularySize)
    let z = beforeH.concatenated(with: x)
    let target: Vector = try oneHot(targets[t], size: parameters.vocabularySize)

    let dLogits = try softmax(trace.logits[t]) - target
    g.bv += dLogits
    g.Wv.addOuter(dLogits, step.hidden)

    let shown = try tanh(step.cell)
    let dH = carryH + parameters.Wv.transposedProduct(dLogits)
    let dC = carryC + dH * step.outputGate * (1 - shown * shown)

    let aF = dC * beforeC * slope(step.forgetGate)
    let aI = dC * step.candidate * slope(step.inputGate)
    let aG = dC * step.inputGate * (1 - step.candidate * step.candidate)
    let aO = dH * shown * slope(step.outputGate)

    g.bf += aF
    g.bi += aI
    g.bg += aG
    g.bo += aO
    g.Wf.addOuter(aF, z)
    g.Wi.addOuter(aI, z)
    g.Wg.addOuter(aG, z)
    g.Wo.addOuter(aO, z)

    let dX_H =
      parameters.Wf.transposedProduct(aF) + parameters.Wi.transposedProduct(aI)
      + parameters.Wg.transposedProduct(aG) + parameters.Wo.transposedProduct(aO)
    carryH = Vector(dX_H.suffix(parameters.hiddenSize))
    carryC = dC * step.forgetGate
  }
  return (g, carryH, carryC)
}
