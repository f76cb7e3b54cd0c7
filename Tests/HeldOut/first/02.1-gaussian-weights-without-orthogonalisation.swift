// exercise: 02.1
// is: wrong
// cause: The weights are the Gaussian matrices themselves; they are never made orthogonal.
// named: not (made )?orthogonal|never orthogonal|without orthogonal
// swift-format-ignore-file

func initialParameters(
  hiddenSize: Int, vocabularySize: Int, using random: inout SeededRandom
) throws -> RNNParameters {
  let U = random.normal(hiddenSize, vocabularySize)
  let V = random.normal(hiddenSize, hiddenSize)
  let W = random.normal(vocabularySize, hiddenSize)
  return RNNParameters(
    U: U, V: V, W: W,
    bHidden: Vector(zeros: hiddenSize),
    bOutput: Vector(zeros: vocabularySize))
}
