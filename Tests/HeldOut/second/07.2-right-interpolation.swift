// exercise: 07.2
// is: right
// cause: right, written another way.
// swift-format-ignore-file

func gruStep(
  _ token: Int, hidden: Vector, parameters p: GRUParameters
) throws -> GRUStep {
  func affine(_ W: Matrix, _ b: Vector) -> Vector {
    Vector((0..<W.rows).map { i in
      (0..<W.columns).reduce(b[i]) { $0 + W[i, $1] * hidden[$1] }
    })
  }
  let keep = try sigmoid(affine(p.Whz, p.bhz + p.bxz) + p.Wxz.column(token))
  let reset = try sigmoid(affine(p.Whr, p.bhr + p.bxr) + p.Wxr.column(token))
  let term = affine(p.Whn, p.bhn)
  let fresh = try tanh(term * reset + (p.Wxn.column(token) + p.bxn))
  return GRUStep(
    resetGate: reset, updateGate: keep, recurrentTerm: term, candidate: fresh,
    hidden: fresh + keep * (hidden - fresh))
}
