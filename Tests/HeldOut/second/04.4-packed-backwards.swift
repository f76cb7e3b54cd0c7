// exercise: 04.4
// is: right
// cause: The four gates are packed into one matrix of 4H rows in the order i, f, o, g; one outer product and one transposed product a step, unpacked at the end; tanh(c) comes from h/o where that is safe.
// swift-format-ignore-file

private func rowsBelow(_ matrices: [Matrix]) -> Matrix {
  Matrix(rows: matrices.flatMap { m in (0..<m.rows).map { m.row($0) } })
}

func lstmBackward(
  _ trace: LSTMTrace, targets: [Int], parameters: LSTMParameters
) throws -> (gradients: LSTMParameters, dInitialHidden: Vector, dInitialCell: Vector) {
  let H = parameters.hiddenSize, V = parameters.vocabularySize
  let W = rowsBelow([parameters.Wi, parameters.Wf, parameters.Wo, parameters.Wg])
  var dW = Matrix(zeros: 4 * H, H + V)
  var db = Vector(zeros: 4 * H)
  var dWv = Matrix(zeros: V, H)
  var dbv = Vector(zeros: V)
  var dh = Vector(zeros: H), dc = Vector(zeros: H)
  for t in trace.inputs.indices.reversed() {
    let s = trace.steps[t]
    let h0 = t == 0 ? trace.initialHidden : trace.steps[t - 1].hidden
    let c0 = t == 0 ? trace.initialCell : trace.steps[t - 1].cell
    var dy = try softmax(trace.logits[t])
    dy[targets[t]] -= 1
    dWv.addOuter(dy, s.hidden)
    dbv += dy
    dh += parameters.Wv.transposedProduct(dy)

    var da = Vector(zeros: 4 * H)
    for k in 0..<H {
      let (i, f, o, g) = (s.inputGate[k], s.forgetGate[k], s.outputGate[k], s.candidate[k])
      let y: Double = o > 1e-3 ? s.hidden[k] / o : tanh(s.cell[k])
      dc[k] += dh[k] * o * (1 - y * y)
      da[k] = dc[k] * g * (i - i * i)
      da[H + k] = dc[k] * c0[k] * (f - f * f)
      da[2 * H + k] = dh[k] * y * (o - o * o)
      da[3 * H + k] = dc[k] * i * (1 - g * g)
      dc[k] *= f
    }
    let x: Vector = try oneHot(trace.inputs[t], size: V)
    dW.addOuter(da, h0.concatenated(with: x))
    db += da
    dh = Vector(W.transposedProduct(da)[0..<H])
  }
  func block(_ k: Int) -> Matrix { Matrix(rows: (k * H..<(k + 1) * H).map { dW.row($0) }) }
  func part(_ k: Int) -> Vector { Vector(db[k * H..<(k + 1) * H]) }
  let gradients = LSTMParameters(
    Wf: block(1), Wi: block(0), Wg: block(3), Wo: block(2), Wv: dWv,
    bf: part(1), bi: part(0), bg: part(3), bo: part(2), bv: dbv)
  return (gradients, dh, dc)
}
