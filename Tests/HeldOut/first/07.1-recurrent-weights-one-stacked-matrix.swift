// exercise: 07.1
// is: wrong
// cause: Whr, Whz and Whn are blocks of one orthogonal 3H × H matrix; each by itself is not orthogonal.
// named: stack|block|3 ?H|one (large |big |tall |orthogonal |single )?(orthogonal )?matri|together|itself|joint|common|by themselves|on its own
// named: Wh|hidden|recurrent|orthogonal
// swift-format-ignore-file

func initialGRUParameters(
  hiddenSize: Int, vocabularySize: Int, using random: inout SeededRandom
) throws -> GRUParameters {
  let H = hiddenSize, V = vocabularySize
  let wx = (0..<3).map { _ in orthogonal(random.normal(H, V)) }
  let wh = orthogonal(random.normal(3 * H, H))
  func rows(_ k: Int) -> Matrix { Matrix(rows: (k * H..<(k + 1) * H).map { wh.row($0) }) }
  let wv = orthogonal(random.normal(V, H))
  let zero = Vector(zeros: H)
  return GRUParameters(
    Wxr: wx[0], Wxz: wx[1], Wxn: wx[2], Whr: rows(0), Whz: rows(1), Whn: rows(2), Wv: wv,
    bxr: zero, bxz: zero, bxn: zero, bhr: zero, bhz: zero, bhn: zero, bv: Vector(zeros: V))
}
