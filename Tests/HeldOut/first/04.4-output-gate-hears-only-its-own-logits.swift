// exercise: 04.4
// is: wrong
// cause: The gradient of the output gate takes only the share of its own step's logits, Wvᵀ dv, not the whole dh with what the next step hands back.
// named: output gate|\bdo\b|do_t|\bo\b|Wo|W_o|dWo
// named: carry|carried|next step|later|logits|through time|hand|own step
// swift-format-ignore-file

func lstmBackward(
  _ trace: LSTMTrace, targets: [Int], parameters: LSTMParameters
) throws -> (gradients: LSTMParameters, dInitialHidden: Vector, dInitialCell: Vector) {
  var d = parameters.zeros
  var (nextH, nextC) = (Vector(zeros: parameters.hiddenSize), Vector(zeros: parameters.hiddenSize))
  for t in trace.inputs.indices.reversed() {
    let now = trace.steps[t]
    let (oldH, oldC) =
      t > 0
      ? (trace.steps[t - 1].hidden, trace.steps[t - 1].cell)
      : (trace.initialHidden, trace.initialCell)
    let z = oldH.concatenated(
      with: try oneHot(trace.inputs[t], size: parameters.vocabularySize))
    let tanhC = try tanh(now.cell)

    // 1. logits
    var dv = try softmax(trace.logits[t])
    dv[targets[t]] -= 1
    d.Wv.addOuter(dv, now.hidden)
    d.bv += dv
    let fromLogits = parameters.Wv.transposedProduct(dv)

    // 2. output gate: it decides what is shown at this step
    let dO = fromLogits * tanhC
    let daO = dO * now.outputGate * (1 - now.outputGate)

    // 3. hidden state and cell: two ways in
    let dH = fromLogits + nextH
    let dC = dH * now.outputGate * (1 - tanhC * tanhC) + nextC
    let daF = dC * oldC * now.forgetGate * (1 - now.forgetGate)
    let daI = dC * now.candidate * now.inputGate * (1 - now.inputGate)
    let daG = dC * now.inputGate * (1 - now.candidate * now.candidate)

    // 4. parameters
    d.Wf.addOuter(daF, z)
    d.Wi.addOuter(daI, z)
    d.Wg.addOuter(daG, z)
    d.Wo.addOuter(daO, z)
    d.bf += daF
    d.bi += daI
    d.bg += daG
    d.bo += daO

    // 5. back
    let dz =
      parameters.Wf.transposedProduct(daF) + parameters.Wi.transposedProduct(daI)
      + parameters.Wg.transposedProduct(daG) + parameters.Wo.transposedProduct(daO)
    nextH = Vector(dz.prefix(parameters.hiddenSize))
    nextC = dC * now.forgetGate
  }
  return (d, nextH, nextC)
}
