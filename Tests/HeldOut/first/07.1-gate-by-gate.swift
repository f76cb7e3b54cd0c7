// exercise: 07.1
// is: wrong
// cause: The weights are drawn gate by gate, Wxr, Whr, Wxz, Whz, Wxn, Whn, not all of x before all of h.
// named: order|gate by gate|alternat|interleav
// swift-format-ignore-file

func initialGRUParameters(
  hiddenSize: Int, vocabularySize: Int, using random: inout SeededRandom
) throws -> GRUParameters {
  let H = hiddenSize, V = vocabularySize
  let Wxr = orthogonal(random.normal(H, V))
  let Whr = orthogonal(random.normal(H, H))
  let Wxz = orthogonal(random.normal(H, V))
  let Whz = orthogonal(random.normal(H, H))
  let Wxn = orthogonal(random.normal(H, V))
  let Whn = orthogonal(random.normal(H, H))
  let Wv = orthogonal(random.normal(V, H))
  let b = Vector(zeros: H)
  return GRUParameters(
    Wxr: Wxr, Wxz: Wxz, Wxn: Wxn, Whr: Whr, Whz: Whz, Whn: Whn, Wv: Wv, bxr: b, bxz: b, bxn: b,
    bhr: b, bhz: b, bhn: b, bv: Vector(zeros: V))
}
