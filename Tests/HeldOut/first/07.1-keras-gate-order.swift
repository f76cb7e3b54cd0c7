// exercise: 07.1
// is: wrong
// cause: The weights are drawn in the order z, r, n (as Keras packs them) instead of r, z, n, so reset and update gate have each other's numbers.
// named: order|swap|exchang|interchang|mixed up|each other
// named: \bz\b|update|Wxz|Whz|Wxr|Whr|reset|gate
// swift-format-ignore-file

func initialGRUParameters(
  hiddenSize: Int, vocabularySize: Int, using random: inout SeededRandom
) throws -> GRUParameters {

  // kernel = [W_z, W_r, W_h], recurrent_kernel = [U_z, U_r, U_h]
  let kernel = (0..<3).map { _ in orthogonal(random.normal(hiddenSize, vocabularySize)) }
  let recurrentKernel = (0..<3).map { _ in orthogonal(random.normal(hiddenSize, hiddenSize)) }
  let dense = orthogonal(random.normal(vocabularySize, hiddenSize))
  let bias = (0..<6).map { _ in Vector(zeros: hiddenSize) }
  return GRUParameters(
    Wxr: kernel[1], Wxz: kernel[0], Wxn: kernel[2],
    Whr: recurrentKernel[1], Whz: recurrentKernel[0], Whn: recurrentKernel[2],
    Wv: dense, bxr: bias[0], bxz: bias[1], bxn: bias[2], bhr: bias[3], bhz: bias[4], bhn: bias[5],
    bv: Vector(zeros: vocabularySize))
}
