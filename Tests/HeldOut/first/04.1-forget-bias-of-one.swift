// exercise: 04.1
// is: wrong
// cause: The bias of the forget gate begins at one instead of zero.
// named: forget|\bbf\b|b_f
// named: bias|\bbf\b|b_f
// named: \bones?\b|\b1\b|not (at )?zero|open
// swift-format-ignore-file

func initialLSTMParameters(
  hiddenSize: Int, vocabularySize: Int, using random: inout SeededRandom
) throws -> LSTMParameters {
  let H = hiddenSize, K = vocabularySize
  let Wf = orthogonal(random.normal(H, H + K))
  let Wi = orthogonal(random.normal(H, H + K))
  let Wg = orthogonal(random.normal(H, H + K))
  let Wo = orthogonal(random.normal(H, H + K))
  let Wv = orthogonal(random.normal(K, H))
  // remember by default (Jozefowicz et al. 2015)
  let bf = Vector(zeros: H) + 1
  return LSTMParameters(
    Wf: Wf, Wi: Wi, Wg: Wg, Wo: Wo, Wv: Wv, bf: bf, bi: Vector(zeros: H), bg: Vector(zeros: H),
    bo: Vector(zeros: H), bv: Vector(zeros: K))
}
