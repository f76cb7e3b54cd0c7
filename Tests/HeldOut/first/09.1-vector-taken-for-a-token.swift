// exercise: 09.1
// is: wrong
// cause: The input vector is turned back into a token (its largest element) and selects a column, which is right for one-hot inputs alone.
// named: one.?hot|token|argmax|largest|column|maximum
// swift-format-ignore-file

func layerForward(_ inputs: [Vector], parameters: LSTMLayer) throws -> LayerTrace {

  let H = parameters.hiddenSize
  var trace = LayerTrace(inputs: inputs)
  var hidden = Vector(zeros: H)
  var cell = Vector(zeros: H)
  // W z = W[:, :H] h + W[:, H + token]
  func affine(_ W: Matrix, _ b: Vector, _ token: Int) -> Vector {
    var a = b + W.column(H + token)
    for i in 0..<H { for j in 0..<H { a[i] += W[i, j] * hidden[j] } }
    return a
  }
  for x in inputs {
    let token = x.indexOfMaximum ?? 0
    let f = try sigmoid(affine(parameters.Wf, parameters.bf, token))
    let i = try sigmoid(affine(parameters.Wi, parameters.bi, token))
    let g = try tanh(affine(parameters.Wg, parameters.bg, token))
    let o = try sigmoid(affine(parameters.Wo, parameters.bo, token))
    cell = f * cell + i * g
    hidden = o * (try tanh(cell))
    trace.steps.append(
      LSTMStep(
        forgetGate: f, inputGate: i, candidate: g, outputGate: o, cell: cell, hidden: hidden))
  }
  return trace
}
