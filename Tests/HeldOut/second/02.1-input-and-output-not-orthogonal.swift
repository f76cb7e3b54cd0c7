// exercise: 02.1
// is: wrong
// cause: Only the square matrix V is made orthogonal; U and W stay Gaussian.
// named: orthogonal
// named: \bU\b|\bW\b|only V|alone|square
// swift-format-ignore-file

func initialParameters(
  hiddenSize: Int, vocabularySize: Int, using random: inout SeededRandom
) throws -> RNNParameters {
  let U = random.normal(hiddenSize, vocabularySize)
  // orthogonal matrices are square
  let V = orthogonal(random.normal(hiddenSize, hiddenSize))
  let W = random.normal(vocabularySize, hiddenSize)
  return RNNParameters(
    U: U, V: V, W: W, bHidden: Vector(zeros: hiddenSize), bOutput: Vector(zeros: vocabularySize))
}
