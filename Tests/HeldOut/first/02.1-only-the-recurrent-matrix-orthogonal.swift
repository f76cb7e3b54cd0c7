// exercise: 02.1
// is: wrong
// cause: Only V is made orthogonal; U and W stay plain Gaussian matrices.
// named: orthogonal
// named: \bU\b.*\bW\b|only (the )?(recurrent|V\b|square)|(except|but|apart from) (the )?(V\b|recurrent)|input and output|not square
// swift-format-ignore-file

private func square(_ n: Int, _ random: inout SeededRandom) -> Matrix {
  orthogonal(random.normal(n, n))
}

func initialParameters(
  hiddenSize: Int, vocabularySize: Int, using random: inout SeededRandom
) throws -> RNNParameters {
  // VᵀV = 1 makes sense for a square matrix, the other two are not applied again and again
  let fromInput = random.normal(hiddenSize, vocabularySize)
  let recurrent = square(hiddenSize, &random)
  let toOutput = random.normal(vocabularySize, hiddenSize)
  return RNNParameters(
    U: fromInput, V: recurrent, W: toOutput,
    bHidden: Vector(zeros: hiddenSize), bOutput: Vector(zeros: vocabularySize))
}
