// exercise: 04.1
// is: wrong
// cause: All four gates get the same matrix: it is drawn once and used four times.
// named: one matrix|same matrix|shared|one Gaussian
// swift-format-ignore-file

func initialLSTMParameters(
  hiddenSize: Int, vocabularySize: Int, using random: inout SeededRandom
) throws -> LSTMParameters {
  let z_size = hiddenSize + vocabularySize
  let W = orthogonal(random.normal(hiddenSize, z_size))
  let b = Vector(zeros: hiddenSize)
  let Wv = orthogonal(random.normal(vocabularySize, hiddenSize))
  return LSTMParameters(
    Wf: W, Wi: W, Wg: W, Wo: W, Wv: Wv, bf: b, bi: b, bg: b, bo: b,
    bv: Vector(zeros: vocabularySize))
}
