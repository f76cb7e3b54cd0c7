// exercise: 02.1
// is: wrong
// cause: W is drawn as an H × V matrix and transposed instead of being drawn in its own shape V × H.
// named: \bW\b|output
// named: transpos|own shape|other shape|H ?(×|x|by) ?V|shape of U|wrong shape|turned|column by column
// swift-format-ignore-file

func initialParameters(
  hiddenSize: Int, vocabularySize: Int, using random: inout SeededRandom
) throws -> RNNParameters {
  let H = hiddenSize
  let K = vocabularySize
  // W is U turned round
  let U = orthogonal(random.normal(H, K))
  let V = orthogonal(random.normal(H, H))
  let W = orthogonal(random.normal(H, K)).transposed
  return RNNParameters(
    U: U, V: V, W: W, bHidden: Vector(zeros: H), bOutput: Vector(zeros: K))
}
