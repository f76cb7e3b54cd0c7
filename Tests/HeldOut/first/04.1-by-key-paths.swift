// exercise: 04.1
// is: right
// cause: Weights drawn in a loop over key paths into zeros.
// swift-format-ignore-file

func initialLSTMParameters(
  hiddenSize: Int, vocabularySize: Int, using random: inout SeededRandom
) throws -> LSTMParameters {
  let M = Matrix(zeros: hiddenSize, hiddenSize + vocabularySize)
  let b = Vector(zeros: hiddenSize)
  var p = LSTMParameters(
    Wf: M, Wi: M, Wg: M, Wo: M, Wv: Matrix(zeros: vocabularySize, hiddenSize), bf: b, bi: b,
    bg: b, bo: b, bv: Vector(zeros: vocabularySize))
  for path in [\LSTMParameters.Wf, \.Wi, \.Wg, \.Wo, \.Wv] {
    p[keyPath: path] = orthogonal(random.normal(p[keyPath: path].rows, p[keyPath: path].columns))
  }
  return p
}
