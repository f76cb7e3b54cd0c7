// exercise: 07.2
// is: wrong
// cause: The reset gate multiplies the input's share of the candidate, too: tanh(r ⊙ (W_xn x + b_xn + q)).
// named: reset gate
// named: input|whole|all|both|x
// swift-format-ignore-file

func gruStep(
  _ token: Int, hidden: Vector, parameters p: GRUParameters
) throws -> GRUStep {
  let r = try sigmoid(p.Wxr.column(token) + p.bxr + p.Whr * hidden + p.bhr)
  let z = try sigmoid(p.Wxz.column(token) + p.bxz + p.Whz * hidden + p.bhz)
  let recurrent = p.Whn * hidden + p.bhn
  let candidate = try tanh(r * (p.Wxn.column(token) + p.bxn + recurrent))
  return GRUStep(
    resetGate: r, updateGate: z, recurrentTerm: recurrent, candidate: candidate,
    hidden: (1 - z) * candidate + z * hidden)
}
