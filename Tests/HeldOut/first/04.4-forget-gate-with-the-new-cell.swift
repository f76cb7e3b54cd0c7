// exercise: 04.4
// is: wrong
// cause: The forget gate's gradient meets the cell that the step has made, not the one it began with.
// named: forget|\bdf\b|\bWf\b
// named: new cell|cell after|after the step|current cell|c_t\b|instead of (the )?(old|previous|earlier)|same step|\blate\b|this step.?s cell|own cell|not (the|c).*before
// swift-format-ignore-file

func lstmBackward(
  _ trace: LSTMTrace, targets: [Int], parameters: LSTMParameters
) throws -> (gradients: LSTMParameters, dInitialHidden: Vector, dInitialCell: Vector) {
  let size = parameters.hiddenSize
  var sums = parameters.zeros
  var carriedHidden = Vector(zeros: size), carriedCell = Vector(zeros: size)

  func sigmoidSlope(_ y: Vector) -> Vector { y * (1 - y) }
  func tanhSlope(_ y: Vector) -> Vector { 1 - y * y }

  for (t, token) in trace.inputs.enumerated().reversed() {
    let step = trace.steps[t]
    let before = t > 0 ? trace.steps[t - 1].hidden : trace.initialHidden
    let z = before.concatenated(with: try oneHot(token, size: parameters.vocabularySize))

    var delta = try softmax(trace.logits[t])
    delta[targets[t]] -= 1
    sums.Wv.addOuter(delta, step.hidden)
    sums.bv += delta

    let squashed = try tanh(step.cell)
    let dHidden = parameters.Wv.transposedProduct(delta) + carriedHidden
    let dCell = carriedCell + dHidden * step.outputGate * tanhSlope(squashed)

    let forget = dCell * step.cell * sigmoidSlope(step.forgetGate)
    let input = dCell * step.candidate * sigmoidSlope(step.inputGate)
    let candidate = dCell * step.inputGate * tanhSlope(step.candidate)
    let output = dHidden * squashed * sigmoidSlope(step.outputGate)

    sums.Wf.addOuter(forget, z)
    sums.Wi.addOuter(input, z)
    sums.Wg.addOuter(candidate, z)
    sums.Wo.addOuter(output, z)
    sums.bf += forget
    sums.bi += input
    sums.bg += candidate
    sums.bo += output

    let dz =
      parameters.Wf.transposedProduct(forget) + parameters.Wi.transposedProduct(input)
      + parameters.Wg.transposedProduct(candidate) + parameters.Wo.transposedProduct(output)
    carriedHidden = Vector(dz.prefix(size))
    carriedCell = dCell * step.forgetGate
  }
  return (sums, carriedHidden, carriedCell)
}
