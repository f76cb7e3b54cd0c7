// exercise: 02.1
// is: wrong
// cause: The matrices are drawn in the order W, U, V instead of U, V, W.
// named: order
// swift-format-ignore-file

func initialParameters(
  hiddenSize: Int, vocabularySize: Int, using random: inout SeededRandom
) throws -> RNNParameters {
  let W = orthogonal(random.normal(vocabularySize, hiddenSize))
  let U = orthogonal(random.normal(hiddenSize, vocabularySize))
  let V = orthogonal(random.normal(hiddenSize, hiddenSize))
  return RNNParameters(
    U: U, V: V, W: W, bHidden: Vector(zeros: hiddenSize), bOutput: Vector(zeros: vocabularySize))
}
