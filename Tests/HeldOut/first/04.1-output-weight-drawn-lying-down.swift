// exercise: 04.1
// is: wrong
// cause: Wv is the transpose of an orthogonal H × V matrix, not made from a Gaussian matrix of its own shape, V × H.
// named: Wv|output weight
// named: transpos|shape|H × V|lying|rows and columns|swapped
// swift-format-ignore-file

func initialLSTMParameters(
  hiddenSize: Int, vocabularySize: Int, using random: inout SeededRandom
) throws -> LSTMParameters {
  let (H, V) = (hiddenSize, vocabularySize)
  let Wf = orthogonal(random.normal(H, H + V))
  let Wi = orthogonal(random.normal(H, H + V))
  let Wg = orthogonal(random.normal(H, H + V))
  let Wo = orthogonal(random.normal(H, H + V))
  // All weights are drawn with H rows; this one is then stood up.
  let Wv = orthogonal(random.normal(H, V)).transposed
  return LSTMParameters(
    Wf: Wf, Wi: Wi, Wg: Wg, Wo: Wo, Wv: Wv, bf: Vector(zeros: H), bi: Vector(zeros: H),
    bg: Vector(zeros: H), bo: Vector(zeros: H), bv: Vector(zeros: V))
}
