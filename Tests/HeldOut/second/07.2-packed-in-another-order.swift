// exercise: 07.2
// is: right
// cause: The three input products as one, the three hidden products as another, in the order n, r, z.
// swift-format-ignore-file

func gruStep(
  _ token: Int, hidden: Vector, parameters: GRUParameters
) throws -> GRUStep {
  let p = parameters
  let H = hidden.count
  func stack(_ a: Matrix, _ b: Matrix, _ c: Matrix) -> Matrix {
    Matrix(3 * H, a.columns, a.elements + b.elements + c.elements)
  }
  let x = stack(p.Wxn, p.Wxr, p.Wxz).column(token)
    + p.bxn.concatenated(with: p.bxr).concatenated(with: p.bxz)
  let h = stack(p.Whn, p.Whr, p.Whz) * hidden
    + p.bhn.concatenated(with: p.bhr).concatenated(with: p.bhz)
  func third(_ v: Vector, _ k: Int) -> Vector { Vector(v[k * H..<(k + 1) * H]) }
  let r = try sigmoid(third(x, 1) + third(h, 1))
  let z = try sigmoid(third(x, 2) + third(h, 2))
  let q = third(h, 0)
  let n = try tanh(third(x, 0) + r * q)
  var new = Vector(zeros: H)
  for k in 0..<H { new[k] = z[k] * hidden[k] + (1 - z[k]) * n[k] }
  return GRUStep(resetGate: r, updateGate: z, recurrentTerm: q, candidate: n, hidden: new)
}
