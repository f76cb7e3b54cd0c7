// exercise: 04.2
// is: wrong
// cause: In place of the one-hot product it picks column `token` of the joint weight, as in lesson 03, which is a column that meets the hidden state; the offset H is missing.
// named: column|offset|one-?hot|token|\bx\b
// named: offset|without H\b|first (V )?columns?|wrong (column|place|position)|column (of )?(the )?token|columns? (that|which|of|for|meant) .*(hidden|state|\bh\b)|state's columns?|hidden columns?
// swift-format-ignore-file

func lstmStep(
  _ token: Int, hidden: Vector, cell: Vector, parameters: LSTMParameters
) throws -> LSTMStep {
  let H = parameters.hiddenSize

  // W z without building z: the token's column, as with U in the plain network, plus the state's part
  func affine(_ W: Matrix, _ b: Vector) -> Vector {
    var a = W.column(token) + b
    for r in 0..<H {
      for k in 0..<H {
        a[r] += W[r, k] * hidden[k]
      }
    }
    return a
  }

  let forget = try sigmoid(affine(parameters.Wf, parameters.bf))
  let input = try sigmoid(affine(parameters.Wi, parameters.bi))
  let candidate = try tanh(affine(parameters.Wg, parameters.bg))
  let output = try sigmoid(affine(parameters.Wo, parameters.bo))
  let newCell = forget * cell + input * candidate
  return LSTMStep(
    forgetGate: forget, inputGate: input, candidate: candidate, outputGate: output, cell: newCell,
    hidden: output * (try tanh(newCell)))
}
