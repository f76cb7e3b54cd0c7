// exercise: 04.4
// is: wrong
// cause: The hidden carry is cut from the last H elements of dz instead of the first H, so it holds the share of the input token.
// named: dz|\bz\b|carr|hidden
// named: last H|end of d?z|wrong (end|part|half|piece|elements|share)|first H|suffix|input.?s? share|share of the (input|token)|instead of the first|of the (token|input)
// swift-format-ignore-file

func lstmBackward(
  _ trace: LSTMTrace, targets: [Int], parameters: LSTMParameters
) throws -> (gradients: LSTMParameters, dInitialHidden: Vector, dInitialCell: Vector) {
  var gradients = parameters.zeros
  var dHidden = Vector(zeros: parameters.hiddenSize)
  var dCell = Vector(zeros: parameters.hiddenSize)
  var previous = trace.steps.dropLast().map { ($0.hidden, $0.cell) }
  previous.insert((trace.initialHidden, trace.initialCell), at: 0)

  func backward(_ t: Int) throws {
    let s = trace.steps[t]
    let (h0, c0) = previous[t]
    let x = try oneHot(trace.inputs[t], size: parameters.vocabularySize)
    let z = h0.concatenated(with: x)
    var dv = try softmax(trace.logits[t])
    dv[targets[t]] -= 1
    let c1 = try tanh(s.cell)

    dHidden += parameters.Wv.transposedProduct(dv)
    dCell += dHidden * s.outputGate * (1 - c1 * c1)

    let f = dCell * c0 * s.forgetGate * (1 - s.forgetGate)
    let i = dCell * s.candidate * s.inputGate * (1 - s.inputGate)
    let g = dCell * s.inputGate * (1 - s.candidate * s.candidate)
    let o = dHidden * c1 * s.outputGate * (1 - s.outputGate)

    gradients.Wv.addOuter(dv, s.hidden)
    gradients.Wf.addOuter(f, z)
    gradients.Wi.addOuter(i, z)
    gradients.Wg.addOuter(g, z)
    gradients.Wo.addOuter(o, z)
    gradients.bv += dv
    gradients.bf += f
    gradients.bi += i
    gradients.bg += g
    gradients.bo += o

    let dz =
      parameters.Wf.transposed * f + parameters.Wi.transposed * i
      + parameters.Wg.transposed * g + parameters.Wo.transposed * o
    dHidden = Vector(dz.suffix(parameters.hiddenSize))
    dCell = dCell * s.forgetGate
  }

  for t in trace.steps.indices.reversed() { try backward(t) }
  return (gradients, dHidden, dCell)
}
