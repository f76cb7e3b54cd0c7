// exercise: 02.4
// is: right
// cause: A fold over the tokens with the cell written out in scalars; the logits are made afterwards, all at once, as one matrix product.
// swift-format-ignore-file

func rnnForward(
  _ inputs: [Int], initialHidden: Vector, parameters: RNNParameters
) throws -> RNNTrace {
  let p = parameters
  let states = inputs.reduce(into: [initialHidden]) { states, token in
    let h = states[states.endIndex - 1]
    var a = p.bHidden
    for i in a.indices {
      a[i] += p.U[i, token]
      for j in h.indices { a[i] += p.V[i, j] * h[j] }
    }
    let activated = a.map { v -> Double in 1 - 2 / (exp(2 * v) + 1) }
    states.append(activated)
  }.dropFirst()
  guard !inputs.isEmpty else { return RNNTrace(inputs: [], initialHidden: initialHidden) }
  let Y = Matrix(rows: Array(states)) * p.W.transposed      // T × V
  return RNNTrace(
    inputs: inputs, initialHidden: initialHidden, hidden: Array(states),
    logits: (0..<Y.rows).map { Y.row($0) + p.bOutput })
}
