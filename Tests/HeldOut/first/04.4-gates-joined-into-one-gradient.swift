// exercise: 04.4
// is: right
// cause: One long gradient vector for the four gates, times one tall matrix, then cut apart again.
// swift-format-ignore-file

func lstmBackward(
  _ trace: LSTMTrace, targets: [Int], parameters: LSTMParameters
) throws -> (gradients: LSTMParameters, dInitialHidden: Vector, dInitialCell: Vector) {
  let p = parameters
  let (H, V) = (p.hiddenSize, p.vocabularySize)
  let tall = Matrix(
    4 * H, H + V, p.Wf.elements + p.Wi.elements + p.Wg.elements + p.Wo.elements)
  var dTall = Matrix(zeros: 4 * H, H + V)
  var dBias = Vector(zeros: 4 * H)
  var dWv = Matrix(zeros: V, H)
  var dbv = Vector(zeros: V)
  var (dh, dc) = (Vector(zeros: H), Vector(zeros: H))
  for t in trace.inputs.indices.reversed() {
    let s = trace.steps[t]
    let hOld = t == 0 ? trace.initialHidden : trace.steps[t - 1].hidden
    let cOld = t == 0 ? trace.initialCell : trace.steps[t - 1].cell
    let dy = try softmax(trace.logits[t]) - oneHot(targets[t], size: V)
    dWv += dy.outer(s.hidden)
    dbv += dy
    dh += p.Wv.transposedProduct(dy)
    let squashed = try tanh(s.cell)
    let sech2 = 1 - squashed * squashed
    dc += dh * s.outputGate * sech2
    let a = (dc * cOld * s.forgetGate * (1 - s.forgetGate))
      .concatenated(with: dc * s.candidate * s.inputGate * (1 - s.inputGate))
      .concatenated(with: dc * s.inputGate * (1 - s.candidate * s.candidate))
      .concatenated(with: dh * squashed * s.outputGate * (1 - s.outputGate))
    let z = hOld.concatenated(with: try oneHot(trace.inputs[t], size: V))
    dTall += a.outer(z)
    dBias += a
    dh = Vector(tall.transposedProduct(a).prefix(H))
    dc = dc * s.forgetGate
  }
  func rows(_ k: Int) -> Matrix { Matrix(rows: (k * H..<(k + 1) * H).map { dTall.row($0) }) }
  func part(_ k: Int) -> Vector { Vector(dBias[k * H..<(k + 1) * H]) }
  return (
    LSTMParameters(
      Wf: rows(0), Wi: rows(1), Wg: rows(2), Wo: rows(3), Wv: dWv, bf: part(0), bi: part(1),
      bg: part(2), bo: part(3), bv: dbv), dh, dc
  )
}
