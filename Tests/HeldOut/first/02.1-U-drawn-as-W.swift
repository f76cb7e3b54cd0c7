// exercise: 02.1
// is: wrong
// cause: U is drawn as a V x H matrix and transposed, so that its numbers do not stand where they belong.
// named: transpos|V × H|shape
// swift-format-ignore-file

func initialParameters(
  hiddenSize: Int, vocabularySize: Int, using random: inout SeededRandom
) throws -> RNNParameters {
  let U = orthogonal(random.normal(vocabularySize, hiddenSize)).transposed
  let V = orthogonal(random.normal(hiddenSize, hiddenSize))
  let W = orthogonal(random.normal(vocabularySize, hiddenSize))
  return RNNParameters(
    U: U, V: V, W: W, bHidden: Vector(zeros: hiddenSize), bOutput: Vector(zeros: vocabularySize))
}
