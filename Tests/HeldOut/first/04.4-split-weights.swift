// exercise: 04.4
// is: right
// cause: Each weight split into its part for h and its part for x; gates in a list.
// swift-format-ignore-file

func lstmBackward(
  _ trace: LSTMTrace, targets: [Int], parameters p: LSTMParameters
) throws -> (gradients: LSTMParameters, dInitialHidden: Vector, dInitialCell: Vector) {
  let H = p.hiddenSize, n = trace.steps.count
  let weights: [WritableKeyPath<LSTMParameters, Matrix>] = [\.Wf, \.Wi, \.Wg, \.Wo]
  let biases: [WritableKeyPath<LSTMParameters, Vector>] = [\.bf, \.bi, \.bg, \.bo]
  let hs = [trace.initialHidden] + trace.steps.map(\.hidden)
  let cs = [trace.initialCell] + trace.steps.map(\.cell)
  var grad = p.zeros
  var (dh, dc) = (Vector(zeros: H), Vector(zeros: H))
  for t in 1...n {
    let k = n - t
    let s = trace.steps[k]
    let dy = try softmax(trace.logits[k]) - oneHot(targets[k], size: p.vocabularySize)
    grad.Wv += dy.outer(hs[k + 1])
    grad.bv += dy
    dh += p.Wv.transposed * dy
    let tc = s.cell.map { tanh($0) }
    dc += dh * s.outputGate * (1 - tc) * (1 + tc)
    let deltas = [
      dc * cs[k] * s.forgetGate * (1 - s.forgetGate), dc * s.candidate * s.inputGate * (1 - s.inputGate),
      dc * s.inputGate * (1 - s.candidate) * (1 + s.candidate),
      dh * tc * s.outputGate * (1 - s.outputGate),
    ]
    var next = Vector(zeros: H)
    for (m, d) in deltas.enumerated() {
      grad[keyPath: biases[m]] += d
      for i in 0..<H {
        for j in 0..<H {
          grad[keyPath: weights[m]][i, j] += d[i] * hs[k][j]
          next[j] += p[keyPath: weights[m]][i, j] * d[i]
        }
        grad[keyPath: weights[m]][i, H + trace.inputs[k]] += d[i]
      }
    }
    dh = next
    dc = dc * s.forgetGate
  }
  return (grad, dh, dc)
}
