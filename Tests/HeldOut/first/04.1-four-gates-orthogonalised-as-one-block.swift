// exercise: 04.1
// is: wrong
// cause: The four gates' weights are drawn and made orthogonal as one matrix of 4H × (H + V) and then cut, instead of each by itself.
// named: orthogonal|Gaussian|drawn|draw
// named: one (big |single |large |common |tall )?(matrix|block)|stack|4 ?H|together|jointly|at once|by itself|each (of )?(its|their) own|cut (in|into|up|from)|split|joint|four times as|as a whole
// swift-format-ignore-file

func initialLSTMParameters(
  hiddenSize: Int, vocabularySize: Int, using random: inout SeededRandom
) throws -> LSTMParameters {
  let width = hiddenSize + vocabularySize
  // all gates in one go, as the frameworks do: [f; i; g; o]
  let packed = orthogonal(random.normal(4 * hiddenSize, width))
  func block(_ n: Int) -> Matrix {
    Matrix(rows: (n * hiddenSize..<(n + 1) * hiddenSize).map { packed.row($0) })
  }
  let out = orthogonal(random.normal(vocabularySize, hiddenSize))
  let zeroBias = Vector(zeros: hiddenSize)
  return LSTMParameters(
    Wf: block(0), Wi: block(1), Wg: block(2), Wo: block(3), Wv: out,
    bf: zeroBias, bi: zeroBias, bg: zeroBias, bo: zeroBias, bv: Vector(zeros: vocabularySize))
}
