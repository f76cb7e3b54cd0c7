// exercise: 04.2
// is: wrong
// cause: The candidate is let in by 1 − f instead of the input gate (coupled gates, as in a GRU).
// named: 1 ?[−-] ?f|one minus (the )?f|coupled|complement|rest of the forget|forget gate.*(input|candidate)|(input|candidate).*forget gate|input gate.*(unused|not used|ignored|no part|left out|plays no)|CIFG
// named: input gate|candidate|coupled|\bi\b|\bg\b
// swift-format-ignore-file

func lstmStep(
  _ token: Int, hidden: Vector, cell: Vector, parameters p: LSTMParameters
) throws -> LSTMStep {
  let H = hidden.count
  func affine(_ W: Matrix, _ b: Vector) -> Vector {
    var a = b
    for r in 0..<H {
      for k in 0..<H { a[r] += W[r, k] * hidden[k] }
      a[r] += W[r, H + token]
    }
    return a
  }
  let f = try sigmoid(affine(p.Wf, p.bf))
  let i = try sigmoid(affine(p.Wi, p.bi))
  let g = try tanh(affine(p.Wg, p.bg))
  let o = try sigmoid(affine(p.Wo, p.bo))
  // what is forgotten makes room for what is new
  var c = Vector(zeros: H)
  for k in 0..<H {
    c[k] = f[k] * cell[k] + (1 - f[k]) * g[k]
  }
  let h = o * (try tanh(c))
  return LSTMStep(
    forgetGate: f, inputGate: i, candidate: g, outputGate: o, cell: c, hidden: h)
}
