// exercise: 04.2
// is: right
// cause: right, written another way.
// swift-format-ignore-file

func lstmStep(
  _ token: Int, hidden: Vector, cell: Vector, parameters p: LSTMParameters
) throws -> LSTMStep {
  // One product for all four, packed as o, i, f, g.
  let H = cell.count
  let packed = Matrix(4 * H, H + p.vocabularySize, [p.Wo, p.Wi, p.Wf, p.Wg].flatMap(\.elements))
  var z = Array(hidden)
  z.append(contentsOf: repeatElement(0, count: p.vocabularySize))
  z[H + token] = 1
  let a = packed * Vector(z) + Vector([p.bo, p.bi, p.bf, p.bg].flatMap { Array($0) })

  // The three gates stand side by side: one sigmoid does them all.
  let gates = try sigmoid(Vector(a.prefix(3 * H)))
  let candidate = try tanh(Vector(a.suffix(H)))
  let (o, i, f) = (
    Vector(gates[0..<H]), Vector(gates[H..<2 * H]), Vector(gates[(2 * H)..<(3 * H)])
  )
  var c = candidate * i
  c += cell * f
  return LSTMStep(
    forgetGate: f, inputGate: i, candidate: candidate, outputGate: o, cell: c,
    hidden: Vector(c.indices.map { tanh(c[$0]) * o[$0] }))
}
