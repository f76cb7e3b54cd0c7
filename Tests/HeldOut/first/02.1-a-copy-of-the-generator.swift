// exercise: 02.1
// is: wrong
// cause: The numbers are drawn from a copy of the generator, so that the caller's stream is not advanced and a second network is equal to the first.
// named: generator|stream|random|draw
// named: copy|advance|moved? on|same (numbers|network|weights)|again|not .*(changed|used up)
// swift-format-ignore-file

func initialParameters(
  hiddenSize: Int, vocabularySize: Int, using random: inout SeededRandom
) throws -> RNNParameters {
  var generator = random
  func draw(_ rows: Int, _ columns: Int) -> Matrix {
    orthogonal(generator.normal(rows, columns))
  }
  let U = draw(hiddenSize, vocabularySize)
  let V = draw(hiddenSize, hiddenSize)
  let W = draw(vocabularySize, hiddenSize)
  return RNNParameters(
    U: U, V: V, W: W, bHidden: Vector(zeros: hiddenSize), bOutput: Vector(zeros: vocabularySize))
}
