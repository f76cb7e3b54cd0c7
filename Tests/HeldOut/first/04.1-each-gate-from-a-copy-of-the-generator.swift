// exercise: 04.1
// is: wrong
// cause: The generator is copied for each gate, so all four gates are drawn from the same place of the stream and are equal.
// named: same|equal|identical|copy|copies|copied|shared?|one (matrix|gaussian|draw)|once|repeated|alike
// named: gates?|Wf|W_f|weights?|matri|gaussian|draw
// swift-format-ignore-file

func initialLSTMParameters(
  hiddenSize: Int, vocabularySize: Int, using random: inout SeededRandom
) throws -> LSTMParameters {
  /// A fresh orthogonal matrix.
  func make(_ rows: Int, _ columns: Int, from generator: SeededRandom) -> Matrix {
    var generator = generator
    return orthogonal(generator.normal(rows, columns))
  }
  let z = hiddenSize + vocabularySize
  let wf = make(hiddenSize, z, from: random)
  let wi = make(hiddenSize, z, from: random)
  let wg = make(hiddenSize, z, from: random)
  let wo = make(hiddenSize, z, from: random)
  // move the caller's generator past what the gates used
  for _ in 0..<4 { _ = random.normal(hiddenSize, z) }
  let wv = orthogonal(random.normal(vocabularySize, hiddenSize))
  let b = Vector(zeros: hiddenSize)
  return LSTMParameters(
    Wf: wf, Wi: wi, Wg: wg, Wo: wo, Wv: wv, bf: b, bi: b, bg: b, bo: b,
    bv: Vector(zeros: vocabularySize))
}
