// exercise: 09.4
// is: right
// swift-format-ignore-file

private func stacked(_ parts: [Vector]) -> Vector { Vector(parts.flatMap { Array($0) }) }

func layerBackward(
  _ trace: LayerTrace, dOutputs: [Vector], parameters: LSTMLayer
) throws -> (gradients: LSTMLayer, dInputs: [Vector]) {
  let (H, D) = (parameters.hiddenSize, parameters.inputSize)
  // Row blocks f, i, g, o.
  let gates = [parameters.Wf, parameters.Wi, parameters.Wg, parameters.Wo]
  let W = Matrix(4 * H, H + D, gates.flatMap { $0.elements })
  var dW = Matrix(zeros: 4 * H, H + D)
  var db = Vector(zeros: 4 * H)
  var dInputs: [Vector] = []
  let zero = Vector(zeros: H)
  var (dh, dc) = (zero, zero)

  for (t, s) in trace.steps.enumerated().reversed() {
    let before = t > 0 ? trace.steps[t - 1] : nil
    let h = before?.hidden ?? zero
    let c = before?.cell ?? zero
    let z = h.concatenated(with: trace.inputs[t])
    dh += dOutputs[t]
    let squashed = s.cell.map { tanh($0) }
    dc += dh * s.outputGate * squashed.map { 1 - $0 * $0 }
    let da = stacked([
      dc * c * s.forgetGate * (1 - s.forgetGate),
      dc * s.candidate * s.inputGate * (1 - s.inputGate),
      dc * s.inputGate * (1 - s.candidate * s.candidate),
      dh * squashed * s.outputGate * (1 - s.outputGate),
    ])
    dW.addOuter(da, z)
    db += da
    let dz = W.transposedProduct(da)
    dh = Vector(dz.prefix(H))
    dInputs.insert(Vector(dz.suffix(D)), at: 0)
    dc = dc * s.forgetGate
  }

  func rows(_ k: Int) -> Matrix { Matrix(rows: (k * H..<(k + 1) * H).map { dW.row($0) }) }
  func bias(_ k: Int) -> Vector { Vector((k * H..<(k + 1) * H).map { db[$0] }) }
  let gradients = LSTMLayer(
    Wf: rows(0), Wi: rows(1), Wg: rows(2), Wo: rows(3), bf: bias(0), bi: bias(1), bg: bias(2),
    bo: bias(3))
  return (gradients, dInputs)
}
