// exercise: 02.1
// is: wrong
// cause: V is the negative of the orthogonal matrix that the draw gives, so the same seed gives another network.
// named: sign|opposite
// swift-format-ignore-file

func initialParameters(
  hiddenSize: Int, vocabularySize: Int, using random: inout SeededRandom
) throws -> RNNParameters {
  let U = orthogonal(random.normal(hiddenSize, vocabularySize))
  let V = -1.0 * orthogonal(random.normal(hiddenSize, hiddenSize))
  let W = orthogonal(random.normal(vocabularySize, hiddenSize))
  return RNNParameters(
    U: U, V: V, W: W, bHidden: Vector(zeros: hiddenSize), bOutput: Vector(zeros: vocabularySize))
}
