// exercise: 07.2
// is: right
// cause: h = n + z (h' - n); one-hot products in place of columns.
// swift-format-ignore-file

func gruStep(
  _ token: Int, hidden: Vector, parameters p: GRUParameters
) throws -> GRUStep {
  let x: Vector = try oneHot(token, size: p.vocabularySize)
  let gates = try [(p.Wxr, p.Whr, p.bxr + p.bhr), (p.Wxz, p.Whz, p.bxz + p.bhz)].map {
    try sigmoid($0.0 * x + $0.1 * hidden + $0.2)
  }
  let q = p.bhn + p.Whn * hidden
  let n = (p.bxn + p.Wxn * x + q * gates[0]).map { tanh($0) }
  return GRUStep(
    resetGate: gates[0], updateGate: gates[1], recurrentTerm: q, candidate: n,
    hidden: n + gates[1] * (hidden - n))
}
