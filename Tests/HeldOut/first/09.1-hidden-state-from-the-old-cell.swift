// exercise: 09.1
// is: wrong
// cause: The hidden state is o ⊙ tanh of the cell before the step, not of the new cell.
// named: cell
// named: old|before|previous|earlier|late|stale|not (yet )?updated|one step
// swift-format-ignore-file

func layerForward(_ inputs: [Vector], parameters p: LSTMLayer) throws -> LayerTrace {
  let H = p.hiddenSize
  let start = LSTMStep(
    forgetGate: Vector(zeros: H), inputGate: Vector(zeros: H), candidate: Vector(zeros: H),
    outputGate: Vector(zeros: H), cell: Vector(zeros: H), hidden: Vector(zeros: H))
  return try inputs.reduce(into: LayerTrace(inputs: inputs)) { trace, x in
    let last = trace.steps.last ?? start
    let z = last.hidden.concatenated(with: x)
    var s = last
    s.forgetGate = try sigmoid(p.Wf * z + p.bf)
    s.inputGate = try sigmoid(p.Wi * z + p.bi)
    s.candidate = try tanh(p.Wg * z + p.bg)
    s.outputGate = try sigmoid(p.Wo * z + p.bo)
    s.hidden = s.outputGate * (try tanh(s.cell))
    s.cell = s.forgetGate * last.cell + s.inputGate * s.candidate
    trace.steps.append(s)
  }
}
