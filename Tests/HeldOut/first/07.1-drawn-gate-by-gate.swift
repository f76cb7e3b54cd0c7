// exercise: 07.1
// is: wrong
// cause: The weights are drawn gate by gate, Wxr, Whr, Wxz, Whz, Wxn, Whn, instead of first all of the input and then all of the hidden state.
// named: order|sequence|drawn|draws
// named: order|before|gate|first|Whr|Wxz|interleav|altern
// swift-format-ignore-file

func initialGRUParameters(
  hiddenSize: Int, vocabularySize: Int, using random: inout SeededRandom
) throws -> GRUParameters {
  func gate(_ random: inout SeededRandom) -> (x: Matrix, h: Matrix) {
    let x = orthogonal(random.normal(hiddenSize, vocabularySize))
    let h = orthogonal(random.normal(hiddenSize, hiddenSize))
    return (x, h)
  }
  let r = gate(&random), z = gate(&random), n = gate(&random)
  let out = orthogonal(random.normal(vocabularySize, hiddenSize))
  let b = Vector(zeros: hiddenSize)
  return GRUParameters(
    Wxr: r.x, Wxz: z.x, Wxn: n.x, Whr: r.h, Whz: z.h, Whn: n.h, Wv: out, bxr: b, bxz: b, bxn: b,
    bhr: b, bhz: b, bhn: b, bv: Vector(zeros: vocabularySize))
}
