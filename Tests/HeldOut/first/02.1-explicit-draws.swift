// exercise: 02.1
// is: right
// cause: Draws the three matrices one after another into variables.
// swift-format-ignore-file

func initialParameters(
  hiddenSize: Int, vocabularySize: Int, using random: inout SeededRandom
) throws -> RNNParameters {
  let gu = random.normal(hiddenSize, vocabularySize)
  let gv = random.normal(hiddenSize, hiddenSize)
  let gw = random.normal(vocabularySize, hiddenSize)
  let zerosH = Vector((0..<hiddenSize).map { _ in 0.0 })
  let zerosV = Vector((0..<vocabularySize).map { _ in 0.0 })
  return RNNParameters(
    U: orthogonal(gu), V: orthogonal(gv), W: orthogonal(gw), bHidden: zerosH, bOutput: zerosV)
}
