// exercise: 04.1
// is: wrong
// cause: The forget gate starts with a bias of one, where the contract asks for zero.
// named: forget|\bbf\b
// named: \bones?\b|\b1\b|not zero|nonzero|instead of zero|should be zero
// swift-format-ignore-file

func initialLSTMParameters(
  hiddenSize: Int, vocabularySize: Int, using random: inout SeededRandom
) throws -> LSTMParameters {
  let H = hiddenSize
  let V = vocabularySize
  let Wf = orthogonal(random.normal(H, H + V))
  let Wi = orthogonal(random.normal(H, H + V))
  let Wg = orthogonal(random.normal(H, H + V))
  let Wo = orthogonal(random.normal(H, H + V))
  let Wv = orthogonal(random.normal(V, H))
  // Jozefowicz et al.: start by remembering
  let bf = Vector(zeros: H) + 1.0
  return LSTMParameters(
    Wf: Wf, Wi: Wi, Wg: Wg, Wo: Wo, Wv: Wv, bf: bf, bi: Vector(zeros: H), bg: Vector(zeros: H),
    bo: Vector(zeros: H), bv: Vector(zeros: V))
}
