// exercise: 07.2
// is: wrong
// cause: The update gate reads the hidden state after it has been multiplied by the reset gate.
// named: update gate|\bz\b|Whz
// named: reset
// swift-format-ignore-file

func gruStep(
  _ token: Int, hidden: Vector, parameters: GRUParameters
) throws -> GRUStep {

  let p = parameters
  let x = try oneHot(token, size: p.vocabularySize) as Vector
  let r = try sigmoid(p.Wxr * x + p.bxr + p.Whr * hidden + p.bhr)
  // what is left of the state once it has been reset
  let kept = r * hidden
  let z = try sigmoid(p.Wxz * x + p.bxz + p.Whz * kept + p.bhz)
  let q = p.Whn * hidden + p.bhn
  let n = try tanh(p.Wxn * x + p.bxn + r * q)
  let h = n + z * (hidden - n)
  return GRUStep(resetGate: r, updateGate: z, recurrentTerm: q, candidate: n, hidden: h)
}
