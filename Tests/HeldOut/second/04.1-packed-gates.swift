// exercise: 04.1
// is: wrong
// cause: The four gates are the row blocks of one orthogonal matrix of 4H × (H + V) instead of an orthogonal matrix each, of its own Gaussian and shape.
// named: one (big |large |single |common |tall |joint )?(orthogonal |gaussian )?(matrix|draw|gaussian|block|orthogonal)|single|stacked|together|jointly|packed|4 ?H|four (gates|times)|all (four )?gates
// swift-format-ignore-file

func initialLSTMParameters(
  hiddenSize: Int, vocabularySize: Int, using random: inout SeededRandom
) throws -> LSTMParameters {
  let H = hiddenSize, V = vocabularySize
  let packed = orthogonal(random.normal(4 * H, H + V))
  func chunk(_ k: Int) -> Matrix {
    Matrix(rows: (k * H..<(k + 1) * H).map { packed.row($0) })
  }
  let Wv = orthogonal(random.normal(V, H))
  let zeros = Vector(zeros: H)
  return LSTMParameters(
    Wf: chunk(0), Wi: chunk(1), Wg: chunk(2), Wo: chunk(3), Wv: Wv,
    bf: zeros, bi: zeros, bg: zeros, bo: zeros, bv: Vector(zeros: V))
}
