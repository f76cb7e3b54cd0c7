// exercise: 07.2
// is: wrong
// cause: The reset gate is applied to the old state before the product with Whn, as in Cho et al., instead of to the recurrent term after it.
// named: reset
// named: before (the )?(product|matrix|Whn|multipl)|h′|old (hidden )?state|(on|to|at|with) the (hidden )?state|Cho|original|Whn ?\(|in front of|wrong side
// swift-format-ignore-file

func gruStep(
  _ token: Int, hidden: Vector, parameters: GRUParameters
) throws -> GRUStep {
  let p = parameters
  let x: Vector = try oneHot(token, size: p.vocabularySize)
  let r = try sigmoid(p.Wxr * x + p.bxr + p.Whr * hidden + p.bhr)
  let z = try sigmoid(p.Wxz * x + p.bxz + p.Whz * hidden + p.bhz)
  let q = p.Whn * (r * hidden) + p.bhn
  let n = try tanh(p.Wxn * x + p.bxn + q)
  let h = z * hidden + (1 - z) * n
  return GRUStep(resetGate: r, updateGate: z, recurrentTerm: q, candidate: n, hidden: h)
}
