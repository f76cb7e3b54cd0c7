// exercise: 04.1
// is: wrong
// cause: The bias of the forget gate starts at 1, as in Keras and many papers, not at 0.
// named: forget|\bbf\b|ones?\b
// swift-format-ignore-file

func initialLSTMParameters(
  hiddenSize: Int, vocabularySize: Int, using random: inout SeededRandom
) throws -> LSTMParameters {
  let H = hiddenSize, V = vocabularySize
  let Wf = orthogonal(random.normal(H, H + V))
  let Wi = orthogonal(random.normal(H, H + V))
  let Wg = orthogonal(random.normal(H, H + V))
  let Wo = orthogonal(random.normal(H, H + V))
  let Wv = orthogonal(random.normal(V, H))
  // Jozefowicz et al. 2015
  let bf = Vector(zeros: H) + 1
  return LSTMParameters(
    Wf: Wf, Wi: Wi, Wg: Wg, Wo: Wo, Wv: Wv, bf: bf, bi: Vector(zeros: H), bg: Vector(zeros: H),
    bo: Vector(zeros: H), bv: Vector(zeros: V))
}
