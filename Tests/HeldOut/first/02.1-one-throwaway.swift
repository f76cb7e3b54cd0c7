// exercise: 02.1
// is: wrong
// cause: A normal number is drawn and thrown away before the first matrix, so that all weights are others.
// named: thrown away|before the weights|later in the stream
// swift-format-ignore-file

func initialParameters(
  hiddenSize: Int, vocabularySize: Int, using random: inout SeededRandom
) throws -> RNNParameters {
  _ = random.normal()
  let U = orthogonal(random.normal(hiddenSize, vocabularySize))
  let V = orthogonal(random.normal(hiddenSize, hiddenSize))
  let W = orthogonal(random.normal(vocabularySize, hiddenSize))
  return RNNParameters(
    U: U, V: V, W: W, bHidden: Vector(zeros: hiddenSize), bOutput: Vector(zeros: vocabularySize))
}
