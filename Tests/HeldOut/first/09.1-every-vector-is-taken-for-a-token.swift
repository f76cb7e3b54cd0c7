// exercise: 09.1
// is: wrong
// cause: Each input vector is turned into the token of its largest number, which is right for one-hot vectors only.
// named: one.?hot|token|largest|argmax|index
// named: vector|input|one.?hot|numbers
// swift-format-ignore-file

func layerForward(_ inputs: [Vector], parameters: LSTMLayer) throws -> LayerTrace {
  let H = parameters.hiddenSize
  let D = parameters.inputSize
  // Lesson 04 has the step already; it wants an output layer, which nobody asks.
  let p = LSTMParameters(
    Wf: parameters.Wf, Wi: parameters.Wi, Wg: parameters.Wg, Wo: parameters.Wo,
    Wv: Matrix(zeros: D, H), bf: parameters.bf, bi: parameters.bi, bg: parameters.bg,
    bo: parameters.bo, bv: Vector(zeros: D))
  var trace = LayerTrace(inputs: inputs)
  var (h, c) = (Vector(zeros: H), Vector(zeros: H))
  for x in inputs {
    let step = try lstmStep(x.indexOfMaximum ?? 0, hidden: h, cell: c, parameters: p)
    trace.steps.append(step)
    (h, c) = (step.hidden, step.cell)
  }
  return trace
}
