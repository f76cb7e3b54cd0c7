// exercise: 09.4
// is: wrong
// cause: The cell's gradient takes from the hidden state only dOutputs[t]; what comes back from the later step's hidden state reaches the output gate but not the cell.
// named: cell|dCell
// named: dHidden|dOutputs (alone|only)|only (dOutputs|from above)|from above|hidden
// swift-format-ignore-file

func layerBackward(
  _ trace: LayerTrace, dOutputs: [Vector], parameters: LSTMLayer
) throws -> (gradients: LSTMLayer, dInputs: [Vector]) {
  let p = parameters
  let H = p.hiddenSize
  let T = trace.steps.count
  let nothing = Vector(zeros: H)
  var grad = p.zeros
  var dInputs = [Vector](repeating: Vector(zeros: p.inputSize), count: T)
  var dhLater = nothing, dcLater = nothing
  for t in (0..<T).reversed() {
    let s = trace.steps[t]
    let hPrev = t == 0 ? nothing : trace.steps[t - 1].hidden
    let cPrev = t == 0 ? nothing : trace.steps[t - 1].cell
    let z = hPrev.concatenated(with: trace.inputs[t])
    let tc = try tanh(s.cell)

    var dh = dOutputs[t]
    let dc = dcLater + dh * s.outputGate * (1 - tc * tc)
    dh += dhLater
    let dao = dh * tc * s.outputGate * (1 - s.outputGate)
    let daf = dc * cPrev * s.forgetGate * (1 - s.forgetGate)
    let dai = dc * s.candidate * s.inputGate * (1 - s.inputGate)
    let dag = dc * s.inputGate * (1 - s.candidate * s.candidate)

    grad.Wf.addOuter(daf, z)
    grad.bf += daf
    grad.Wi.addOuter(dai, z)
    grad.bi += dai
    grad.Wg.addOuter(dag, z)
    grad.bg += dag
    grad.Wo.addOuter(dao, z)
    grad.bo += dao

    let dz =
      p.Wf.transposedProduct(daf) + p.Wi.transposedProduct(dai) + p.Wg.transposedProduct(dag)
      + p.Wo.transposedProduct(dao)
    dhLater = Vector(dz[0..<H])
    dInputs[t] = Vector(dz[H...])
    dcLater = dc * s.forgetGate
  }
  return (grad, dInputs)
}
