// exercise: 09.1
// is: right
// cause: Multiplies the two halves of each weight separately, without joining the vectors.
// swift-format-ignore-file

func layerForward(_ inputs: [Vector], parameters: LSTMLayer) throws -> LayerTrace {
  let p = parameters
  let H = p.hiddenSize
  func affine(_ W: Matrix, _ b: Vector, _ h: Vector, _ x: Vector) -> Vector {
    var a = b
    for i in 0..<H {
      for j in 0..<H { a[i] += W[i, j] * h[j] }
      for k in 0..<x.count { a[i] += W[i, H + k] * x[k] }
    }
    return a
  }
  var h = Vector(zeros: H)
  var c = Vector(zeros: H)
  var steps: [LSTMStep] = []
  for x in inputs {
    let f = try sigmoid(affine(p.Wf, p.bf, h, x))
    let i = try sigmoid(affine(p.Wi, p.bi, h, x))
    let g = try tanh(affine(p.Wg, p.bg, h, x))
    let o = try sigmoid(affine(p.Wo, p.bo, h, x))
    c = f * c + i * g
    h = o * (try tanh(c))
    steps.append(
      LSTMStep(forgetGate: f, inputGate: i, candidate: g, outputGate: o, cell: c, hidden: h))
  }
  return LayerTrace(inputs: inputs, steps: steps)
}
