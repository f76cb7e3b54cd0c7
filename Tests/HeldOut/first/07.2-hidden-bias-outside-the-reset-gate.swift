// exercise: 07.2
// is: wrong
// cause: The candidate's hidden bias is added outside of the reset gate's reach: r ⊙ (W_hn h′) + b_hn.
// named: bhn|b_hn|bias
// named: outside|reset
// swift-format-ignore-file

func gruStep(
  _ token: Int, hidden: Vector, parameters p: GRUParameters
) throws -> GRUStep {
  let r = try sigmoid(p.Wxr.column(token) + p.bxr + p.Whr * hidden + p.bhr)
  let z = try sigmoid(p.Wxz.column(token) + p.bxz + p.Whz * hidden + p.bhz)
  let q = p.Whn * hidden
  let n = try tanh(p.Wxn.column(token) + p.bxn + p.bhn + r * q)
  return GRUStep(
    resetGate: r, updateGate: z, recurrentTerm: q, candidate: n, hidden: (1 - z) * n + z * hidden)
}
