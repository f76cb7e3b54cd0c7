// exercise: 02.1
// is: wrong
// cause: It draws from a copy of the generator, so that the stream that was handed in is not advanced.
// named: stream|generator|random
// named: advanc|cop(y|ies|ied)|stands? still|not moved|where it (was|stood)|unchanged|same numbers (again|as)|put back|reset
// swift-format-ignore-file

func initialParameters(
  hiddenSize: Int, vocabularySize: Int, using random: inout SeededRandom
) throws -> RNNParameters {
  var rng = random
  let (H, D) = (hiddenSize, vocabularySize)

  func init_orthogonal(_ rows: Int, _ cols: Int) -> Matrix {
    let gauss = rng.normal(rows, cols)
    return orthogonal(gauss)
  }

  let U = init_orthogonal(H, D)
  let V = init_orthogonal(H, H)
  let W = init_orthogonal(D, H)
  return RNNParameters(
    U: U, V: V, W: W, bHidden: Vector(zeros: H), bOutput: Vector(zeros: D))
}
