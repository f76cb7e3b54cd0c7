// exercise: 09.1
// is: wrong
// cause: z is joined as [x; h'], the input first, although the weights' first H columns meet the state.
// named: \bz\b|concat|join|\[x|\[h|column|input (first|above|before|and)|state and|order of
// named: x; ?h|input|order|swap|exchang|other way|revers|first
// swift-format-ignore-file

func layerForward(_ inputs: [Vector], parameters: LSTMLayer) throws -> LayerTrace {
  var h = Vector(zeros: parameters.hiddenSize)
  var c = h
  var steps: [LSTMStep] = []
  for x in inputs {
    let z = x.concatenated(with: h)
    let f = try sigmoid(parameters.Wf * z + parameters.bf)
    let i = try sigmoid(parameters.Wi * z + parameters.bi)
    let g = try tanh(parameters.Wg * z + parameters.bg)
    let o = try sigmoid(parameters.Wo * z + parameters.bo)
    c = f * c + i * g
    h = o * (try tanh(c))
    steps.append(
      LSTMStep(forgetGate: f, inputGate: i, candidate: g, outputGate: o, cell: c, hidden: h))
  }
  return LayerTrace(inputs: inputs, steps: steps)
}
