// exercise: 07.2
// is: wrong
// cause: The reset gate is applied to h′ before the matrix product, W_hn (r ⊙ h′) + b, instead of behind it.
// named: reset gate before|r ⊙ h
// swift-format-ignore-file

func gruStep(
  _ token: Int, hidden: Vector, parameters: GRUParameters
) throws -> GRUStep {
  let p = parameters
  let r = try sigmoid(p.Wxr.column(token) + p.Whr * hidden + p.bxr + p.bhr)
  let z = try sigmoid(p.Wxz.column(token) + p.Whz * hidden + p.bxz + p.bhz)
  // Cho et al.: the reset gate decides what of the old state is seen
  let q = p.Whn * (r * hidden) + p.bhn
  let n = try tanh(p.Wxn.column(token) + p.bxn + q)
  let h = (1 - z) * n + z * hidden
  return GRUStep(resetGate: r, updateGate: z, recurrentTerm: q, candidate: n, hidden: h)
}
