// exercise: 07.2
// is: right
// cause: right, written another way.
// swift-format-ignore-file

func gruStep(
  _ token: Int, hidden: Vector, parameters p: GRUParameters
) throws -> GRUStep {
  let H = hidden.count
  // three products in one
  let W = Matrix(rows: [p.Whn, p.Whz, p.Whr].flatMap { m in (0..<H).map { m.row($0) } })
  let b = p.bhn.concatenated(with: p.bhz).concatenated(with: p.bhr)
  let all = W * hidden + b
  let q = Vector(all[0..<H])
  let z = try sigmoid(Vector(all[H..<2 * H]) + p.Wxz.column(token) + p.bxz)
  let r = try sigmoid(Vector(all[2 * H..<3 * H]) + p.Wxr.column(token) + p.bxr)
  let n = try tanh(r * q + (p.Wxn.column(token) + p.bxn))
  return GRUStep(
    resetGate: r, updateGate: z, recurrentTerm: q, candidate: n, hidden: n + z * (hidden - n))
}
