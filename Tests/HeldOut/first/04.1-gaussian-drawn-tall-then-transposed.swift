// exercise: 04.1
// is: wrong
// cause: The gate weights are drawn as (H + V) × H Gaussians and transposed afterwards, so the numbers of the stream stand at other places.
// named: transpos|\(H ?\+ ?V\) ?[×x] ?H|columns? (first|by column)|own shape|other shape|wrong shape|turned|tall|column by column
// named: drawn|draw|gauss|gates?|Wf|W_f|weight|orthogonal
// swift-format-ignore-file

func initialLSTMParameters(
  hiddenSize: Int, vocabularySize: Int, using random: inout SeededRandom
) throws -> LSTMParameters {
  let inputSize = hiddenSize + vocabularySize

  // QR wants a tall matrix: its columns become orthonormal. We need the rows, hence the transpose.
  var gates = [Matrix]()
  for _ in 0..<4 {
    let gaussian = random.normal(inputSize, hiddenSize)
    gates.append(orthogonal(gaussian).transposed)
  }
  let readout = orthogonal(random.normal(vocabularySize, hiddenSize))

  let none = Vector(zeros: hiddenSize)
  return LSTMParameters(
    Wf: gates[0], Wi: gates[1], Wg: gates[2], Wo: gates[3], Wv: readout,
    bf: none, bi: none, bg: none, bo: none, bv: Vector(zeros: vocabularySize))
}
