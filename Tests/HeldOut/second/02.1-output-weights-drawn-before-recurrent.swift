// exercise: 02.1
// is: wrong
// cause: The matrices are drawn in the order U, W, V instead of U, V, W.
// named: order|before|sequence of draws|stream|U, W, V|W, V
// named: order|\bV\b|\bW\b|before|swapp|exchang|drawn
// swift-format-ignore-file

func initialParameters(
  hiddenSize: Int, vocabularySize: Int, using random: inout SeededRandom
) throws -> RNNParameters {
  let H = hiddenSize, V = vocabularySize
  // input and output matrices first ...
  let inputWeights = orthogonal(random.normal(H, V))
  let outputWeights = orthogonal(random.normal(V, H))
  // ... then the recurrence
  let recurrentWeights = orthogonal(random.normal(H, H))
  return RNNParameters(
    U: inputWeights, V: recurrentWeights, W: outputWeights,
    bHidden: Vector(zeros: H), bOutput: Vector(zeros: V))
}
