// exercise: 04.4
// is: right
// cause: right, written another way.
// swift-format-ignore-file

func lstmBackward(
  _ trace: LSTMTrace, targets: [Int], parameters p: LSTMParameters
) throws -> (gradients: LSTMParameters, dInitialHidden: Vector, dInitialCell: Vector) {
  let T = trace.inputs.count
  let H = p.hiddenSize
  // Columns are steps: everything that needs no recursion, at once.
  let before = [trace.initialHidden] + trace.steps.dropLast().map(\.hidden)
  let cells = [trace.initialCell] + trace.steps.map(\.cell)  // cells[t] stands before step t
  let z = Matrix(
    columns: try before.indices.map {
      before[$0].concatenated(with: try oneHot(trace.inputs[$0], size: p.vocabularySize))
    })
  let dLogits = Matrix(
    columns: try (0..<T).map { t in
      Vector(try softmax(trace.logits[t]).enumerated().map { $1 - ($0 == targets[t] ? 1 : 0) })
    })
  let fromLogits = p.Wv.transposedProduct(dLogits)
  // Only what meets h′ sends anything back in time.
  let recurrent = [p.Wf, p.Wi, p.Wg, p.Wo].map { W in
    Matrix(columns: (0..<H).map { W.column($0) }).transposed  // H × H: columns of W as rows
  }

  var da: [[Vector]] = Array(repeating: [], count: 4)  // per gate, the last step first
  var (dh, dc) = (Vector(zeros: H), Vector(zeros: H))
  for t in (0..<T).reversed() {
    let s = trace.steps[t]
    dh += fromLogits.column(t)
    // 1/cosh² is the slope of tanh.
    dc += dh * s.outputGate * s.cell.map { 1 / (cosh($0) * cosh($0)) }
    let now = [
      dc * cells[t] * (s.forgetGate - s.forgetGate * s.forgetGate),
      dc * s.candidate * (s.inputGate - s.inputGate * s.inputGate),
      dc * s.inputGate * ((1 - s.candidate) * (1 + s.candidate)),
      // h = o tanh(c), so that tanh(c) · o is h.
      dh * s.hidden * (1 - s.outputGate),
    ]
    for k in 0..<4 { da[k].append(now[k]) }
    dh = zip(recurrent, now).map { $0 * $1 }.reduce(Vector(zeros: H), +)
    dc = s.forgetGate * dc
  }

  let D = da.map { Matrix(columns: $0.reversed()) }
  let hidden = Matrix(columns: trace.steps.map(\.hidden))
  let gradients = LSTMParameters(
    Wf: D[0] * z.transposed, Wi: D[1] * z.transposed, Wg: D[2] * z.transposed,
    Wo: D[3] * z.transposed, Wv: dLogits * hidden.transposed, bf: D[0].sumOfColumns,
    bi: D[1].sumOfColumns, bg: D[2].sumOfColumns, bo: D[3].sumOfColumns, bv: dLogits.sumOfColumns)
  return (gradients, dh, dc)
}
