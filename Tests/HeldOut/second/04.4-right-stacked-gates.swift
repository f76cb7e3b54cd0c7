// exercise: 04.4
// is: right
// cause: right, written another way.
// swift-format-ignore-file

func lstmBackward(
  _ trace: LSTMTrace, targets: [Int], parameters p: LSTMParameters
) throws -> (gradients: LSTMParameters, dInitialHidden: Vector, dInitialCell: Vector) {
  let (H, V, T) = (p.hiddenSize, p.vocabularySize, trace.inputs.count)
  // rows: o, g, i, f
  let stacked = Matrix(rows: [p.Wo, p.Wg, p.Wi, p.Wf].flatMap { W in (0..<H).map { W.row($0) } })
  var dStacked = Matrix(zeros: 4 * H, H + V)
  var dBias = Vector(zeros: 4 * H)
  var dWv = Matrix(zeros: V, H), dbv = Vector(zeros: V)
  var dh = Vector(zeros: H), dc = Vector(zeros: H)
  for t in (0..<T).reversed() {
    let s = trace.steps[t]
    let h0 = t == 0 ? trace.initialHidden : trace.steps[t - 1].hidden
    let c0 = t == 0 ? trace.initialCell : trace.steps[t - 1].cell
    var e = try softmax(trace.logits[t])
    e[targets[t]] -= 1
    dWv += e.outer(s.hidden)
    dbv += e
    dh += p.Wv.transposed * e
    var a = Vector(zeros: 4 * H)
    for k in 0..<H {
      let y = tanh(s.cell[k])
      let (f, i, g, o) = (s.forgetGate[k], s.inputGate[k], s.candidate[k], s.outputGate[k])
      dc[k] += dh[k] * (o - o * y * y)
      a[k] = dh[k] * y * (o - o * o)
      a[H + k] = dc[k] * i * (1 - g) * (1 + g)
      a[2 * H + k] = dc[k] * g * (i - i * i)
      a[3 * H + k] = dc[k] * c0[k] * (f - f * f)
      dc[k] *= f
    }
    for r in 0..<4 * H {
      for j in 0..<H { dStacked[r, j] += a[r] * h0[j] }
      dStacked[r, H + trace.inputs[t]] += a[r]
    }
    dBias += a
    dh = Vector((0..<H).map { j in stacked.column(j).dot(a) })
  }
  func rows(_ block: Int) -> Matrix {
    Matrix(rows: (block * H..<(block + 1) * H).map { dStacked.row($0) })
  }
  func part(_ block: Int) -> Vector { Vector(dBias[block * H..<(block + 1) * H]) }
  let gradients = LSTMParameters(
    Wf: rows(3), Wi: rows(2), Wg: rows(1), Wo: rows(0), Wv: dWv, bf: part(3), bi: part(2),
    bg: part(1), bo: part(0), bv: dbv)
  return (gradients, dh, dc)
}
