// exercise: 02.1
// is: wrong
// cause: W is not drawn but taken as the transpose of U (tied weights).
// named: \bW\b|output
// named: tied|tie|transpos|\bU\b|not drawn|never drawn|reus|same (matrix|draw|numbers)|copy|shared
// swift-format-ignore-file

func initialParameters(
  hiddenSize: Int, vocabularySize: Int, using random: inout SeededRandom
) throws -> RNNParameters {
  let embedding = orthogonal(random.normal(hiddenSize, vocabularySize))
  let recurrent = orthogonal(random.normal(hiddenSize, hiddenSize))
  return RNNParameters(
    U: embedding, V: recurrent, W: embedding.transposed,
    bHidden: Vector(zeros: hiddenSize), bOutput: Vector(zeros: vocabularySize))
}
