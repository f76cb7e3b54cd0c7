// exercise: 04.1
// is: wrong
// cause: Each gate's weight is put together from two orthogonal matrices, H × H and H × V, instead of one orthogonal matrix of its own shape.
// named: separat|two (orthogonal )?(matrices|blocks|parts|halves|pieces|draws)|block|halves|in parts|H × H|H × V|own shape|apart|pieces|put together|joined
// swift-format-ignore-file

func initialLSTMParameters(
  hiddenSize: Int, vocabularySize: Int, using random: inout SeededRandom
) throws -> LSTMParameters {
  let (H, V) = (hiddenSize, vocabularySize)

  func block(_ random: inout SeededRandom) -> Matrix {
    let recurrent = orthogonal(random.normal(H, H))
    let input = orthogonal(random.normal(H, V))
    // [recurrent | input]
    return Matrix(rows: (0..<H).map { recurrent.row($0).concatenated(with: input.row($0)) })
  }

  let Wf = block(&random)
  let Wi = block(&random)
  let Wg = block(&random)
  let Wo = block(&random)
  let Wv = orthogonal(random.normal(V, H))
  return LSTMParameters(
    Wf: Wf, Wi: Wi, Wg: Wg, Wo: Wo, Wv: Wv,
    bf: Vector(zeros: H), bi: Vector(zeros: H), bg: Vector(zeros: H), bo: Vector(zeros: H),
    bv: Vector(zeros: V))
}
