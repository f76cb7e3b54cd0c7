// exercise: 04.1
// is: right
// cause: right, written another way.
// swift-format-ignore-file

func initialLSTMParameters(
  hiddenSize: Int, vocabularySize: Int, using random: inout SeededRandom
) throws -> LSTMParameters {
  let gate = (hiddenSize, hiddenSize + vocabularySize)
  // All Gaussians first, then all Q factors: the stream does not care.
  var gaussians: [Matrix] = []
  for (rows, columns) in [gate, gate, gate, gate, (vocabularySize, hiddenSize)] {
    var numbers: [Double] = []
    while numbers.count < rows * columns { numbers.append(random.normal()) }
    gaussians.append(Matrix(rows, columns, numbers))
  }
  let none = Vector([])
  var result = LSTMParameters(
    Wf: gaussians[0], Wi: gaussians[1], Wg: gaussians[2], Wo: gaussians[3], Wv: gaussians[4],
    bf: none, bi: none, bg: none, bo: none, bv: none)
  result.tensors = gaussians.map(orthogonal)
    + Array(repeating: Matrix(zeros: hiddenSize, 1), count: 4)
    + [Matrix(zeros: vocabularySize, 1)]
  return result
}
