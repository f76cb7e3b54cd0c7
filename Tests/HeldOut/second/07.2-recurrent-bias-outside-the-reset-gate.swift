// exercise: 07.2
// is: wrong
// cause: In the candidate the reset gate multiplies Whn h′ only; bhn is added outside of the gate.
// named: bhn|b_hn|bias|recurrent bias
// named: reset|\br\b|outside|gate
// swift-format-ignore-file

func gruStep(
  _ token: Int, hidden: Vector, parameters w: GRUParameters
) throws -> GRUStep {
  let x: Vector = try oneHot(token, size: w.vocabularySize)
  let r = try sigmoid(w.Wxr * x + w.Whr * hidden + w.bxr + w.bhr)
  let z = try sigmoid(w.Wxz * x + w.Whz * hidden + w.bxz + w.bhz)
  let product = w.Whn * hidden
  let n = try tanh(w.Wxn * x + r * product + w.bxn + w.bhn)
  var h = Vector(zeros: hidden.count)
  for k in h.indices { h[k] = z[k] * hidden[k] + (1 - z[k]) * n[k] }
  return GRUStep(
    resetGate: r, updateGate: z, recurrentTerm: product + w.bhn, candidate: n, hidden: h)
}
