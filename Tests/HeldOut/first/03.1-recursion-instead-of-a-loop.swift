// exercise: 03.1
// is: right
// cause: A recursive function from the last step to the first, nothing but sums of elements.
// swift-format-ignore-file

func rnnBackward(
  _ trace: RNNTrace, targets: [Int], parameters: RNNParameters
) throws -> (gradients: RNNParameters, dInitialHidden: Vector) {
  let H = parameters.hiddenSize
  let V = parameters.vocabularySize
  func go(_ t: Int, _ dh: Vector, _ g: RNNParameters) throws -> (RNNParameters, Vector) {
    if t < 0 { return (g, dh) }
    var g = g
    let p = try softmax(trace.logits[t])
    var total = dh
    for v in 0..<V {
      let e = p[v] - (v == targets[t] ? 1.0 : 0.0)
      g.bOutput[v] += e
      for i in 0..<H {
        g.W[v, i] += e * trace.hidden[t][i]
        total[i] += e * parameters.W[v, i]
      }
    }
    var before = Vector(zeros: H)
    for i in 0..<H {
      let a = total[i] * (1 - trace.hidden[t][i] * trace.hidden[t][i])
      g.bHidden[i] += a
      g.U[i, trace.inputs[t]] += a
      for j in 0..<H {
        let h = t > 0 ? trace.hidden[t - 1][j] : trace.initialHidden[j]
        g.V[i, j] += a * h
        before[j] += a * parameters.V[i, j]
      }
    }
    return try go(t - 1, before, g)
  }
  let (g, d) = try go(trace.inputs.count - 1, Vector(zeros: H), parameters.zeros)
  return (gradients: g, dInitialHidden: d)
}
