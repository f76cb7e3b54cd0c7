// exercise: 02.1
// is: wrong
// cause: W is drawn as H × V and transposed, where the contract wants a draw of its own shape, V × H.
// named: transpose
// swift-format-ignore-file

func initialParameters(
  hiddenSize: Int, vocabularySize: Int, using random: inout SeededRandom
) throws -> RNNParameters {
  let U = orthogonal(random.normal(hiddenSize, vocabularySize))
  let V = orthogonal(random.normal(hiddenSize, hiddenSize))
  let W = orthogonal(random.normal(hiddenSize, vocabularySize)).transposed
  return RNNParameters(
    U: U, V: V, W: W, bHidden: Vector(zeros: hiddenSize), bOutput: Vector(zeros: vocabularySize))
}
