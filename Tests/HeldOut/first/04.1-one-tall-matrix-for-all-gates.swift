// exercise: 04.1
// is: wrong
// cause: All four gates are drawn as one tall 4H × (H + V) Gaussian and made orthogonal together, then cut; no gate is orthogonal by itself.
// named: stack|together|one (tall|big|large|single|joint|common) |all (four|the) (gates|weights)|4 ?H|as one|at once|jointly|whole
// named: orthogon|matri|gauss|drawn|draw
// swift-format-ignore-file

func initialLSTMParameters(
  hiddenSize: Int, vocabularySize: Int, using random: inout SeededRandom
) throws -> LSTMParameters {
  let H = hiddenSize
  let V = vocabularySize
  // like nn.LSTM: a single weight with the gates below each other, one QR instead of four
  let W = orthogonal(random.normal(4 * H, H + V))
  func block(_ k: Int) -> Matrix {
    Matrix(rows: (k * H..<(k + 1) * H).map { W.row($0) })
  }
  let Wv = orthogonal(random.normal(V, H))
  return LSTMParameters(
    Wf: block(0), Wi: block(1), Wg: block(2), Wo: block(3), Wv: Wv,
    bf: Vector(zeros: H), bi: Vector(zeros: H), bg: Vector(zeros: H), bo: Vector(zeros: H),
    bv: Vector(zeros: V))
}
