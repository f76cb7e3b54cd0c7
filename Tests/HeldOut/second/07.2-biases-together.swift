// exercise: 07.2
// is: wrong
// cause: In the candidate the reset gate multiplies Whn h′ alone; bhn is added beside bxn, outside of the gate's reach.
// named: bhn|bias
// named: reset|outside|\br\b|not gated|ungated|without the gate
// swift-format-ignore-file

func gruStep(
  _ token: Int, hidden: Vector, parameters: GRUParameters
) throws -> GRUStep {
  let p = parameters
  let r = try sigmoid(p.Wxr.column(token) + p.Whr * hidden + (p.bxr + p.bhr))
  let z = try sigmoid(p.Wxz.column(token) + p.Whz * hidden + (p.bxz + p.bhz))
  let Uh = p.Whn * hidden
  let n = try tanh(p.Wxn.column(token) + r * Uh + (p.bxn + p.bhn))
  let h = (1 - z) * n + z * hidden
  return GRUStep(
    resetGate: r, updateGate: z, recurrentTerm: Uh + p.bhn, candidate: n, hidden: h)
}
