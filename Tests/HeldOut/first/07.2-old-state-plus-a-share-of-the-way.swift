// exercise: 07.2
// is: right
// cause: The new state as n + z ⊙ (h′ − n), the products from one-hot vectors.
// swift-format-ignore-file

func gruStep(
  _ token: Int, hidden: Vector, parameters: GRUParameters
) throws -> GRUStep {
  let p = parameters
  let x: Vector = try oneHot(token, size: p.vocabularySize)
  func affine(_ Wx: Matrix, _ bx: Vector, _ Wh: Matrix, _ bh: Vector) -> (Vector, Vector) {
    (Wx * x + bx, Wh * hidden + bh)
  }
  let (xr, hr) = affine(p.Wxr, p.bxr, p.Whr, p.bhr)
  let (xz, hz) = affine(p.Wxz, p.bxz, p.Whz, p.bhz)
  let (xn, hn) = affine(p.Wxn, p.bxn, p.Whn, p.bhn)
  let r = try sigmoid(xr + hr)
  let z = try sigmoid(xz + hz)
  let n = try tanh(xn + r * hn)
  return GRUStep(
    resetGate: r, updateGate: z, recurrentTerm: hn, candidate: n, hidden: n + z * (hidden - n))
}
