// exercise: 07.2
// is: wrong
// cause: The candidate adds bhn outside of the reset gate: r times (Whn h) plus bhn; the recurrent term returned is right.
// named: bhn|bias
// swift-format-ignore-file

func gruStep(
  _ token: Int, hidden: Vector, parameters: GRUParameters
) throws -> GRUStep {
  let p = parameters
  let r = try sigmoid(p.Wxr.column(token) + p.bxr + p.Whr * hidden + p.bhr)
  let z = try sigmoid(p.Wxz.column(token) + p.bxz + p.Whz * hidden + p.bhz)
  let q = p.Whn * hidden
  let n = try tanh(p.Wxn.column(token) + p.bxn + r * q + p.bhn)
  let h = (1 - z) * n + z * hidden
  return GRUStep(resetGate: r, updateGate: z, recurrentTerm: q + p.bhn, candidate: n, hidden: h)
}
