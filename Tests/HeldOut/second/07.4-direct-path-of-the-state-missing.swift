// exercise: 07.4
// is: wrong
// cause: The gradient of the state before lacks the direct way, dHidden ⊙ z, along which the update gate keeps the old state.
// named: direct|past everything|straight|update gate|\bz\b|skip|kept|keeps|copied|dHidden ?[*⊙·] ?z|past the|shortcut|linear
// named: missing|left out|lack|without|lost|dropp|leav|omit|forgot|absent|cut|only (through|by)|not carried
// swift-format-ignore-file

func gruBackward(
  _ trace: GRUTrace, targets: [Int], parameters: GRUParameters
) throws -> (gradients: GRUParameters, dInitialHidden: Vector) {
  var total = parameters.zeros
  let old = [trace.initialHidden] + trace.steps.map(\.hidden)
  var fromLater = Vector(zeros: parameters.hiddenSize)

  func add(_ d: Vector, _ x: Int, to W: WritableKeyPath<GRUParameters, Matrix>) {
    for i in 0..<d.count { total[keyPath: W][i, x] += d[i] }
  }

  for t in stride(from: trace.inputs.count - 1, to: -1, by: -1) {
    let token = trace.inputs[t]
    let step = trace.steps[t]
    let (r, z, n) = (step.resetGate, step.updateGate, step.candidate)
    let goal: Vector = try oneHot(targets[t], size: parameters.vocabularySize)
    let dLogits = try softmax(trace.logits[t]) - goal
    total.Wv.addOuter(dLogits, step.hidden)
    total.bv += dLogits

    let d = parameters.Wv.transposedProduct(dLogits) + fromLater
    let dCandidate = d * (1 - z) * (1 - n * n)
    let dUpdate = d * (old[t] - n) * z * (1 - z)
    let dReset = dCandidate * step.recurrentTerm * r * (1 - r)
    let dTerm = dCandidate * r

    add(dCandidate, token, to: \.Wxn)
    add(dUpdate, token, to: \.Wxz)
    add(dReset, token, to: \.Wxr)
    total.Whn.addOuter(dTerm, old[t])
    total.Whz.addOuter(dUpdate, old[t])
    total.Whr.addOuter(dReset, old[t])
    total.bxn += dCandidate
    total.bxz += dUpdate
    total.bxr += dReset
    total.bhn += dTerm
    total.bhz += dUpdate
    total.bhr += dReset

    // back through the three recurrent matrices
    fromLater =
      parameters.Whn.transposedProduct(dTerm) + parameters.Whz.transposedProduct(dUpdate)
      + parameters.Whr.transposedProduct(dReset)
  }
  return (total, fromLater)
}
