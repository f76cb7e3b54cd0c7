// exercise: 04.1
// is: wrong
// cause: The forget gate's bias begins at one instead of at zero.
// named: bias
// named: \b(1|one|ones)\b
// swift-format-ignore-file

func initialLSTMParameters(
  hiddenSize: Int, vocabularySize: Int, using random: inout SeededRandom
) throws -> LSTMParameters {
  let columns = hiddenSize + vocabularySize
  let Wf = orthogonal(random.normal(hiddenSize, columns))
  let Wi = orthogonal(random.normal(hiddenSize, columns))
  let Wg = orthogonal(random.normal(hiddenSize, columns))
  let Wo = orthogonal(random.normal(hiddenSize, columns))
  let Wv = orthogonal(random.normal(vocabularySize, hiddenSize))
  let zero = Vector(zeros: hiddenSize)
  // Jozefowicz et al. 2015: start with remembering
  let one = zero + 1.0
  return LSTMParameters(
    Wf: Wf, Wi: Wi, Wg: Wg, Wo: Wo, Wv: Wv, bf: one, bi: zero, bg: zero, bo: zero,
    bv: Vector(zeros: vocabularySize))
}
