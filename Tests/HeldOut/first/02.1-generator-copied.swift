// exercise: 02.1
// is: wrong
// cause: A helper copies the generator, so that every matrix is drawn from the same numbers and the stream is not advanced.
// named: cop(y|ied)|same (numbers|stream|seed|draws?)|advance|restart|reused
// swift-format-ignore-file

private func init_(_ r: Int, _ c: Int, _ random: SeededRandom) -> Matrix {
  var rng = random
  return orthogonal(rng.normal(r, c))
}

func initialParameters(
  hiddenSize: Int, vocabularySize: Int, using random: inout SeededRandom
) throws -> RNNParameters {
  RNNParameters(
    U: init_(hiddenSize, vocabularySize, random),
    V: init_(hiddenSize, hiddenSize, random),
    W: init_(vocabularySize, hiddenSize, random),
    bHidden: Vector(zeros: hiddenSize), bOutput: Vector(zeros: vocabularySize))
}
