// exercise: 02.1
// is: wrong
// cause: The matrices are drawn in the order V, U, W, so that they get each other's numbers, instead of U, V, W.
// named: order
// swift-format-ignore-file

func initialParameters(
  hiddenSize: Int, vocabularySize: Int, using random: inout SeededRandom
) throws -> RNNParameters {
  // hidden to hidden
  let V = orthogonal(random.normal(hiddenSize, hiddenSize))
  // input to hidden
  let U = orthogonal(random.normal(hiddenSize, vocabularySize))
  // hidden to output
  let W = orthogonal(random.normal(vocabularySize, hiddenSize))
  return RNNParameters(
    U: U, V: V, W: W, bHidden: Vector(zeros: hiddenSize), bOutput: Vector(zeros: vocabularySize))
}
