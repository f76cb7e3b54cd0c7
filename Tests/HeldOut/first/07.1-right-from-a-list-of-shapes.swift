// exercise: 07.1
// is: right
// swift-format-ignore-file

func initialGRUParameters(
  hiddenSize: Int, vocabularySize: Int, using random: inout SeededRandom
) throws -> GRUParameters {
  let (H, V) = (hiddenSize, vocabularySize)
  let shapes = [(H, V), (H, V), (H, V), (H, H), (H, H), (H, H), (V, H)]
  var weights: [Matrix] = []
  for (rows, columns) in shapes {
    let numbers = (0..<rows * columns).map { _ in random.normal() }
    weights.append(orthogonal(Matrix(rows, columns, numbers)))
  }
  let none = 0 * Vector(Array(repeating: 1.0, count: H))
  return GRUParameters(
    Wxr: weights[0], Wxz: weights[1], Wxn: weights[2], Whr: weights[3], Whz: weights[4],
    Whn: weights[5], Wv: weights[6], bxr: none, bxz: none, bxn: none, bhr: none, bhz: none,
    bhn: none, bv: Vector(zeros: V))
}
