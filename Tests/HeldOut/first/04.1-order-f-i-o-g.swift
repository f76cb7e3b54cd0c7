// exercise: 04.1
// is: wrong
// cause: The gates are drawn in the order f, i, o, g instead of f, i, g, o.
// named: order
// swift-format-ignore-file

func initialLSTMParameters(
  hiddenSize: Int, vocabularySize: Int, using random: inout SeededRandom
) throws -> LSTMParameters {
  let H = hiddenSize, V = vocabularySize
  let Wf = orthogonal(random.normal(H, H + V))
  let Wi = orthogonal(random.normal(H, H + V))
  let Wo = orthogonal(random.normal(H, H + V))
  let Wg = orthogonal(random.normal(H, H + V))
  let Wv = orthogonal(random.normal(V, H))
  let b = Vector(zeros: H)
  return LSTMParameters(
    Wf: Wf, Wi: Wi, Wg: Wg, Wo: Wo, Wv: Wv, bf: b, bi: b, bg: b, bo: b, bv: Vector(zeros: V))
}
