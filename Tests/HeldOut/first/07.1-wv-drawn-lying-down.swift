// exercise: 07.1
// is: wrong
// cause: Wv is drawn as an H × V Gaussian matrix like the other input-sized weights and transposed afterwards, so its numbers are others.
// named: Wv|output|logits
// named: transpos|H ?(×|x|by) ?V|wrong shape|turned|other shape|own shape
// swift-format-ignore-file

func initialGRUParameters(
  hiddenSize: Int, vocabularySize: Int, using random: inout SeededRandom
) throws -> GRUParameters {

  let (H, V) = (hiddenSize, vocabularySize)
  // weights are built the same way: one helper, H rows always
  func ortho(_ columns: Int) -> Matrix {
    let g = random.normal(H, columns)
    return orthogonal(g)
  }
  let Wxr = ortho(V)
  let Wxz = ortho(V)
  let Wxn = ortho(V)
  let Whr = ortho(H)
  let Whz = ortho(H)
  let Whn = ortho(H)
  let Wv = ortho(V).transposed
  let b = Vector(zeros: H)
  return GRUParameters(
    Wxr: Wxr, Wxz: Wxz, Wxn: Wxn, Whr: Whr, Whz: Whz, Whn: Whn, Wv: Wv,
    bxr: b, bxz: b, bxn: b, bhr: b, bhz: b, bhn: b, bv: Vector(zeros: V))
}
