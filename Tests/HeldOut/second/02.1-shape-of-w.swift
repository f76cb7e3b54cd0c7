// exercise: 02.1
// is: wrong
// cause: W is drawn as H × V and transposed afterwards, so that its numbers are not those of a matrix of its own shape V × H.
// named: \bW\b
// named: transpos|shape|H ?[×x] ?V|rows and columns|other way round
// swift-format-ignore-file

func initialParameters(
  hiddenSize: Int, vocabularySize: Int, using random: inout SeededRandom
) throws -> RNNParameters {
  func ortho(_ fanOut: Int, _ fanIn: Int) -> Matrix {
    let gaussian = random.normal(fanOut, fanIn)
    return orthogonal(gaussian)
  }
  let U = ortho(hiddenSize, vocabularySize)
  let V = ortho(hiddenSize, hiddenSize)
  // the decoder mirrors the encoder
  let W = ortho(hiddenSize, vocabularySize).transposed
  return RNNParameters(
    U: U, V: V, W: W,
    bHidden: Vector(zeros: hiddenSize),
    bOutput: Vector(zeros: vocabularySize))
}
