// exercise: 09.1
// is: wrong
// cause: The candidate is let in with 1 − f, as in the GRU, instead of with the input gate.
// named: input gate|\bi\b|candidate
// named: 1 ?[-−–] ?f|coupl|forget|GRU|rest|complement
// swift-format-ignore-file

func layerForward(_ inputs: [Vector], parameters: LSTMLayer) throws -> LayerTrace {

  let layer = parameters
  var state = (h: Vector(zeros: layer.hiddenSize), c: Vector(zeros: layer.hiddenSize))
  let steps = try inputs.map { x -> LSTMStep in
    let z = state.h.concatenated(with: x)
    let keep = try sigmoid(layer.Wf * z + layer.bf)
    let admit = try sigmoid(layer.Wi * z + layer.bi)
    let candidate = try tanh(layer.Wg * z + layer.bg)
    let show = try sigmoid(layer.Wo * z + layer.bo)
    state.c = keep * state.c + (1 - keep) * candidate
    state.h = show * (try tanh(state.c))
    return LSTMStep(
      forgetGate: keep, inputGate: admit, candidate: candidate, outputGate: show, cell: state.c,
      hidden: state.h)
  }
  return LayerTrace(inputs: inputs, steps: steps)
}
