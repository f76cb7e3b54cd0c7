// exercise: 04.4
// is: right
// swift-format-ignore-file

func lstmBackward(
  _ trace: LSTMTrace, targets: [Int], parameters: LSTMParameters
) throws -> (gradients: LSTMParameters, dInitialHidden: Vector, dInitialCell: Vector) {
  let p = parameters
  let (H, D) = (p.hiddenSize, p.vocabularySize)
  // rows in the order o, g, i, f
  let stacked = Matrix(rows: [p.Wo, p.Wg, p.Wi, p.Wf].flatMap { W in (0..<H).map { W.row($0) } })
  var dStacked = Matrix(zeros: 4 * H, H + D)
  var dBias = Vector(zeros: 4 * H)
  var dWv = Matrix(zeros: D, H)
  var dbv = Vector(zeros: D)
  var dh = Vector(zeros: H)
  var dc = Vector(zeros: H)

  for t in trace.steps.indices.reversed() {
    let s = trace.steps[t]
    let (h0, c0) =
      t == 0
      ? (trace.initialHidden, trace.initialCell)
      : (trace.steps[t - 1].hidden, trace.steps[t - 1].cell)

    let error = try softmax(trace.logits[t]) - oneHot(targets[t], size: D)
    dWv.addOuter(error, s.hidden)
    dbv += error
    dh += p.Wv.transposedProduct(error)

    var delta = Vector(zeros: 4 * H)
    for k in 0..<H {
      let (f, i, g, o) = (s.forgetGate[k], s.inputGate[k], s.candidate[k], s.outputGate[k])
      let shown = tanh(s.cell[k])
      dc[k] += dh[k] * o * (1 - shown * shown)
      delta[k] = dh[k] * shown * o * (1 - o)
      delta[H + k] = dc[k] * i * (1 - g * g)
      delta[2 * H + k] = dc[k] * g * i * (1 - i)
      delta[3 * H + k] = dc[k] * c0[k] * f * (1 - f)
      dc[k] *= f
    }
    for row in 0..<4 * H {
      for column in 0..<H { dStacked[row, column] += delta[row] * h0[column] }
      dStacked[row, H + trace.inputs[t]] += delta[row]
    }
    dBias += delta
    dh = Vector((stacked.transposed * delta)[..<H])
  }

  func block(_ b: Int) -> Matrix { Matrix(rows: (b * H..<(b + 1) * H).map { dStacked.row($0) }) }
  func part(_ b: Int) -> Vector { Vector(dBias[b * H..<(b + 1) * H]) }
  let gradients = LSTMParameters(
    Wf: block(3), Wi: block(2), Wg: block(1), Wo: block(0), Wv: dWv, bf: part(3), bi: part(2),
    bg: part(1), bo: part(0), bv: dbv)
  return (gradients, dh, dc)
}
