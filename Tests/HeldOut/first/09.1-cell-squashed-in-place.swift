// exercise: 09.1
// is: wrong
// cause: The cell is overwritten by tanh(c) when the hidden state is made, so the squashed cell is stored and carried to the next step.
// named: cell
// named: tanh|squash
// swift-format-ignore-file

func layerForward(_ inputs: [Vector], parameters: LSTMLayer) throws -> LayerTrace {

  let p = parameters
  var trace = LayerTrace(inputs: inputs)
  var h = Vector(zeros: p.hiddenSize)
  var c = Vector(zeros: p.hiddenSize)
  for x in inputs {
    let z = h.concatenated(with: x)
    let f = try sigmoid(p.Wf * z + p.bf)
    let i = try sigmoid(p.Wi * z + p.bi)
    let g = try tanh(p.Wg * z + p.bg)
    let o = try sigmoid(p.Wo * z + p.bo)
    for k in c.indices {
      c[k] = f[k] * c[k] + i[k] * g[k]
      c[k] = tanh(c[k])
      h[k] = o[k] * c[k]
    }
    trace.steps.append(
      LSTMStep(forgetGate: f, inputGate: i, candidate: g, outputGate: o, cell: c, hidden: h))
  }
  return trace
}
