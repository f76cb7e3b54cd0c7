// exercise: 04.2
// is: wrong
// cause: The hidden state is tanh(o ⊙ c): the output gate is inside the tanh instead of multiplying its result.
// named: tanh
// named: inside|within|around|product|before (the )?tanh|after (the )?(output )?gate|o ?[⊙·*×]? ?c\b|outside|too late|behind the (output )?gate|gated cell|wrong order|of the whole
// swift-format-ignore-file

func lstmStep(
  _ token: Int, hidden: Vector, cell: Vector, parameters: LSTMParameters
) throws -> LSTMStep {
  let p = parameters, H = hidden.count
  func preactivation(_ w: Matrix, _ b: Vector) -> Vector {
    var a = b
    for k in 0..<H {
      for m in 0..<H { a[k] += w[k, m] * hidden[m] }
      a[k] += w[k, H + token]
    }
    return a
  }
  let f = try sigmoid(preactivation(p.Wf, p.bf))
  let i = try sigmoid(preactivation(p.Wi, p.bi))
  let g = try tanh(preactivation(p.Wg, p.bg))
  let o = try sigmoid(preactivation(p.Wo, p.bo))
  var c = cell, shown = cell
  for k in 0..<H {
    c[k] = f[k] * cell[k] + i[k] * g[k]
    shown[k] = o[k] * c[k]
  }
  return LSTMStep(
    forgetGate: f, inputGate: i, candidate: g, outputGate: o, cell: c, hidden: try tanh(shown))
}
