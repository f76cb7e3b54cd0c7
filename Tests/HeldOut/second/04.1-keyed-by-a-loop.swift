// exercise: 04.1
// is: right
// cause: Draws into a list and takes the matrices out of it.
// swift-format-ignore-file

func initialLSTMParameters(
  hiddenSize: Int, vocabularySize: Int, using random: inout SeededRandom
) throws -> LSTMParameters {
  let shapes = Array(repeating: (hiddenSize, hiddenSize + vocabularySize), count: 4)
    + [(vocabularySize, hiddenSize)]
  var weights: [Matrix] = []
  for (r, c) in shapes { weights.append(orthogonal(random.normal(r, c))) }
  let b = Vector(Array(repeating: 0.0, count: hiddenSize))
  return LSTMParameters(
    Wf: weights[0], Wi: weights[1], Wg: weights[2], Wo: weights[3], Wv: weights[4],
    bf: b, bi: b, bg: b, bo: b, bv: Vector(zeros: vocabularySize))
}
