// exercise: 04.4
// is: right
// cause: The first pass keeps what each gate is told; the second makes the weights' gradients of it.
// swift-format-ignore-file

func lstmBackward(
  _ trace: LSTMTrace, targets: [Int], parameters: LSTMParameters
) throws -> (gradients: LSTMParameters, dInitialHidden: Vector, dInitialCell: Vector) {
  struct Messages { var f, i, g, o, y: Vector }
  let p = parameters
  var dh = Vector(zeros: p.hiddenSize)
  var dc = Vector(zeros: p.hiddenSize)
  var messages: [Messages] = []
  for t in trace.inputs.indices.reversed() {
    let s = trace.steps[t]
    let cOld = t > 0 ? trace.steps[t - 1].cell : trace.initialCell
    let y = try softmax(trace.logits[t]) - oneHot(targets[t], size: p.vocabularySize)
    let tc = try tanh(s.cell)
    dh = dh + p.Wv.transposed * y
    dc = dc + dh * s.outputGate * (1 - tc) * (1 + tc)
    let m = Messages(
      f: dc * cOld * s.forgetGate * (1 - s.forgetGate),
      i: dc * s.candidate * s.inputGate * (1 - s.inputGate),
      g: dc * s.inputGate * (1 - s.candidate * s.candidate),
      o: dh * tc * s.outputGate * (1 - s.outputGate), y: y)
    messages.insert(m, at: 0)
    let back = [(p.Wf, m.f), (p.Wi, m.i), (p.Wg, m.g), (p.Wo, m.o)].map { W, d in
      Vector((W.transposed * d)[0..<p.hiddenSize])
    }
    dh = back[0] + back[1] + back[2] + back[3]
    dc = dc * s.forgetGate
  }
  var g = p.zeros
  for (t, m) in messages.enumerated() {
    let hOld = t > 0 ? trace.steps[t - 1].hidden : trace.initialHidden
    let z = hOld.concatenated(with: try oneHot(trace.inputs[t], size: p.vocabularySize))
    g.Wf += m.f.outer(z)
    g.Wi += m.i.outer(z)
    g.Wg += m.g.outer(z)
    g.Wo += m.o.outer(z)
    g.Wv += m.y.outer(trace.steps[t].hidden)
    g.bf += m.f
    g.bi += m.i
    g.bg += m.g
    g.bo += m.o
    g.bv += m.y
  }
  return (g, dh, dc)
}
