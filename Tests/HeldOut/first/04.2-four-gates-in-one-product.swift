// exercise: 04.2
// is: right
// cause: All four affine maps in one stacked product, as cuDNN does; tanh by sigmoid(2x).
// swift-format-ignore-file

func lstmStep(
  _ token: Int, hidden: Vector, cell: Vector, parameters p: LSTMParameters
) throws -> LSTMStep {
  let H = hidden.count
  let rows = [p.Wi, p.Wf, p.Wo, p.Wg].flatMap { w in (0..<H).map { w.row($0) } }
  let bias = p.bi.concatenated(with: p.bf).concatenated(with: p.bo).concatenated(with: p.bg)
  let a = Matrix(rows: rows) * hidden.concatenated(with: try oneHot(token, size: p.vocabularySize)) + bias
  let s = try sigmoid(Vector(a[0..<3 * H]))
  let (i, f, o) = (Vector(s[0..<H]), Vector(s[H..<2 * H]), Vector(s[(2 * H)...]))
  let g = 2 * (try sigmoid(2 * Vector(a[(3 * H)...]))) - 1
  var c = Vector(zeros: H), h = Vector(zeros: H)
  for k in 0..<H {
    c[k] = f[k] * cell[k] + i[k] * g[k]
    h[k] = o[k] * tanh(c[k])
  }
  return LSTMStep(forgetGate: f, inputGate: i, candidate: g, outputGate: o, cell: c, hidden: h)
}
