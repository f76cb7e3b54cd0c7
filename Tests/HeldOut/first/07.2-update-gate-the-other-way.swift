// exercise: 07.2
// is: wrong
// cause: The update gate is inverted: z is the share of the candidate and 1 - z that of the old state.
// named: update|\bz\b|mix
// named: invert|other way|exchang|swap|revers|1 ?[-−–] ?z|share|new (state|one)|candidate|wrong (sign|way)|roles
// swift-format-ignore-file

func gruStep(
  _ token: Int, hidden: Vector, parameters p: GRUParameters
) throws -> GRUStep {
  let r = try sigmoid(p.Wxr.column(token) + p.Whr * hidden + p.bxr + p.bhr)
  let z = try sigmoid(p.Wxz.column(token) + p.Whz * hidden + p.bxz + p.bhz)
  let q = p.Whn * hidden + p.bhn
  let n = try tanh(p.Wxn.column(token) + p.bxn + r * q)
  let h = hidden + z * (n - hidden)
  return GRUStep(resetGate: r, updateGate: z, recurrentTerm: q, candidate: n, hidden: h)
}
