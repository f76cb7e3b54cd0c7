// exercise: 04.2
// is: right
// cause: All four gates in one product with a stacked matrix, in the order g, o, f, i, with the bias as a further column; the candidate as 2σ(2a) − 1.
// swift-format-ignore-file

func lstmStep(
  _ token: Int, hidden: Vector, cell: Vector, parameters: LSTMParameters
) throws -> LSTMStep {
  let H = hidden.count
  let blocks = [
    (parameters.Wg, parameters.bg, 2.0), (parameters.Wo, parameters.bo, 1.0),
    (parameters.Wf, parameters.bf, 1.0), (parameters.Wi, parameters.bi, 1.0),
  ]
  var rows: [Vector] = []
  for (w, b, scale) in blocks {
    for k in 0..<H {
      var row = Array(w.row(k))
      row.append(b[k])
      rows.append(scale * Vector(row))
    }
  }
  let x: Vector = try oneHot(token, size: parameters.vocabularySize)
  let s = try sigmoid(Matrix(rows: rows) * hidden.concatenated(with: x).concatenated(with: [1]))
  let g = 2 * Vector(s[0..<H]) - 1
  let o = Vector(s[H..<2 * H])
  let f = Vector(s[2 * H..<3 * H])
  let i = Vector(s[3 * H..<4 * H])
  let c = i * g + f * cell
  return LSTMStep(
    forgetGate: f, inputGate: i, candidate: g, outputGate: o, cell: c, hidden: try tanh(c) * o)
}
