// exercise: 09.4
// is: wrong
// cause: dInputs takes the first D numbers of dz, where the state's part begins, instead of those behind the first H.
// named: dInputs|input
// named: first|front|half|part|state|split|prefix|wrong (end|side|part|half)|begin|dz|top|upper
// swift-format-ignore-file

func layerBackward(
  _ trace: LayerTrace, dOutputs: [Vector], parameters p: LSTMLayer
) throws -> (gradients: LSTMLayer, dInputs: [Vector]) {
  let zero = Vector(zeros: p.hiddenSize)
  var gradients = p.zeros
  var dInputs = Array(repeating: Vector(zeros: p.inputSize), count: trace.inputs.count)
  var fromLater = (hidden: zero, cell: zero)
  for t in trace.inputs.indices.reversed() {
    let step = trace.steps[t]
    let before = t == 0 ? (hidden: zero, cell: zero) : (trace.steps[t - 1].hidden, trace.steps[t - 1].cell)
    let z = before.hidden.concatenated(with: trace.inputs[t])
    let squashed = try tanh(step.cell)
    let dHidden = dOutputs[t] + fromLater.hidden
    let dCell = fromLater.cell + dHidden * step.outputGate * (1 - squashed * squashed)
    func throughSigmoid(_ d: Vector, _ gate: Vector) -> Vector { d * gate * (1 - gate) }
    let df = throughSigmoid(dCell * before.cell, step.forgetGate)
    let di = throughSigmoid(dCell * step.candidate, step.inputGate)
    let dOut = throughSigmoid(dHidden * squashed, step.outputGate)
    let dg = dCell * step.inputGate * (1 - step.candidate * step.candidate)
    gradients.Wf.addOuter(df, z)
    gradients.Wi.addOuter(di, z)
    gradients.Wg.addOuter(dg, z)
    gradients.Wo.addOuter(dOut, z)
    gradients.bf += df
    gradients.bi += di
    gradients.bg += dg
    gradients.bo += dOut
    var dz = p.Wf.transposedProduct(df)
    dz += p.Wi.transposedProduct(di)
    dz += p.Wg.transposedProduct(dg)
    dz += p.Wo.transposedProduct(dOut)
    fromLater.hidden = Vector(dz.prefix(p.hiddenSize))
    fromLater.cell = dCell * step.forgetGate
    dInputs[t] = Vector(dz.prefix(p.inputSize))
  }
  return (gradients, dInputs)
}
