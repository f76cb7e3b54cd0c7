// exercise: 04.2
// is: right
// cause: right, written another way.
// swift-format-ignore-file

func lstmStep(
  _ token: Int, hidden: Vector, cell: Vector, parameters p: LSTMParameters
) throws -> LSTMStep {
  let H = hidden.count
  // 4H × (H + V) in the order o, f, i, g
  let fused = Matrix(rows: [p.Wo, p.Wf, p.Wi, p.Wg].flatMap { W in (0..<H).map { W.row($0) } })
  let bias = Vector([p.bo, p.bf, p.bi, p.bg].flatMap { Array($0) })
  var a = fused.column(H + token) + bias
  for r in 0..<4 * H {
    for j in 0..<H { a[r] += fused[r, j] * hidden[j] }
  }
  let gates = try sigmoid(Vector(a[0..<3 * H]))
  let g = try tanh(Vector(a[3 * H..<4 * H]))
  var (c, h) = (cell, hidden)
  for k in 0..<H {
    c[k] = cell[k] * gates[H + k] + gates[2 * H + k] * g[k]
    h[k] = gates[k] * tanh(c[k])
  }
  return LSTMStep(
    forgetGate: Vector(gates[H..<2 * H]), inputGate: Vector(gates[2 * H..<3 * H]), candidate: g,
    outputGate: Vector(gates[0..<H]), cell: c, hidden: h)
}
