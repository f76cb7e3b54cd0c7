// exercise: 02.1
// is: wrong
// cause: U and W are drawn in the transposed shape and then transposed back, so that the numbers of the stream stand in other places.
// named: transpos|other shape|wrong shape|own shape|columns? by columns?|column.?wise|swapped|rows and columns
// swift-format-ignore-file

private func drawOrthogonal(
  inputs: Int, outputs: Int, _ random: inout SeededRandom
) -> Matrix {
  // (in, out) layout, as for a row vector x @ W; stored as outputs × inputs
  let kernel = random.normal(inputs, outputs)
  return orthogonal(kernel).transposed
}

func initialParameters(
  hiddenSize: Int, vocabularySize: Int, using random: inout SeededRandom
) throws -> RNNParameters {
  let U = drawOrthogonal(inputs: vocabularySize, outputs: hiddenSize, &random)
  let V = orthogonal(random.normal(hiddenSize, hiddenSize))
  let W = drawOrthogonal(inputs: hiddenSize, outputs: vocabularySize, &random)
  return RNNParameters(
    U: U, V: V, W: W, bHidden: Vector(zeros: hiddenSize), bOutput: Vector(zeros: vocabularySize))
}
