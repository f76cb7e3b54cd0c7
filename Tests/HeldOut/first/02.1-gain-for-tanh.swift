// exercise: 02.1
// is: wrong
// cause: U and V are multiplied by PyTorch's gain for tanh, 5/3, so that they are no longer orthogonal.
// named: gain|scal|factor|5/3|1\.6|too (large|long)|multipl|length
// swift-format-ignore-file

func initialParameters(
  hiddenSize: Int, vocabularySize: Int, using random: inout SeededRandom
) throws -> RNNParameters {
  let gain = 5.0 / 3.0  // nn.init.calculate_gain("tanh")
  var U = orthogonal(random.normal(hiddenSize, vocabularySize))
  U *= gain
  var V = orthogonal(random.normal(hiddenSize, hiddenSize))
  V *= gain
  let W = orthogonal(random.normal(vocabularySize, hiddenSize))
  let bHidden = Vector(zeros: hiddenSize)
  let bOutput = Vector(zeros: vocabularySize)
  return RNNParameters(U: U, V: V, W: W, bHidden: bHidden, bOutput: bOutput)
}
