// exercise: 04.4
// is: wrong
// cause: The weights' gradients are taken with a z that holds the hidden state after the step instead of the one before.
// named: \bz\b|\bh_?t?\b|state
// named: after (the|this|its) step|new (hidden )?state|h_t\b|late|current|instead of the (one|state) before|not the (one|state) before|instead of the previous|in place of the (previous|old)
// swift-format-ignore-file

private struct Joined {
  var trace: LSTMTrace
  var size: Int
  func z(_ t: Int) throws -> Vector {
    trace.steps[t].hidden.concatenated(with: try oneHot(trace.inputs[t], size: size))
  }
  func oldCell(_ t: Int) -> Vector { t == 0 ? trace.initialCell : trace.steps[t - 1].cell }
}

private func sigmoidSlope(_ y: Vector) -> Vector { y - y * y }
private func tanhSlope(_ y: Vector) -> Vector { 1 - y * y }

func lstmBackward(
  _ trace: LSTMTrace, targets: [Int], parameters p: LSTMParameters
) throws -> (gradients: LSTMParameters, dInitialHidden: Vector, dInitialCell: Vector) {
  let joined = Joined(trace: trace, size: p.vocabularySize)
  var sums = p.zeros
  var carriedHidden = Vector(zeros: p.hiddenSize)
  var carriedCell = carriedHidden
  for (t, step) in trace.steps.enumerated().reversed() {
    let z = try joined.z(t)
    let squashed = try tanh(step.cell)
    let dLogits = try softmax(trace.logits[t]) - oneHot(targets[t], size: p.vocabularySize)
    let dHidden = carriedHidden + p.Wv.transposedProduct(dLogits)
    let dCell = carriedCell + dHidden * step.outputGate * tanhSlope(squashed)

    let af = dCell * joined.oldCell(t) * sigmoidSlope(step.forgetGate)
    let ai = dCell * step.candidate * sigmoidSlope(step.inputGate)
    let ag = dCell * step.inputGate * tanhSlope(step.candidate)
    let ao = dHidden * squashed * sigmoidSlope(step.outputGate)

    sums.Wf.addOuter(af, z); sums.bf += af
    sums.Wi.addOuter(ai, z); sums.bi += ai
    sums.Wg.addOuter(ag, z); sums.bg += ag
    sums.Wo.addOuter(ao, z); sums.bo += ao
    sums.Wv.addOuter(dLogits, step.hidden); sums.bv += dLogits

    let dz = [(p.Wf, af), (p.Wi, ai), (p.Wg, ag), (p.Wo, ao)]
      .map { $0.0.transposedProduct($0.1) }
      .reduce(Vector(zeros: z.count), +)
    carriedHidden = Vector(dz.prefix(p.hiddenSize))
    carriedCell = dCell * step.forgetGate
  }
  return (sums, carriedHidden, carriedCell)
}
