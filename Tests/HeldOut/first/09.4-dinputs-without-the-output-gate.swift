// exercise: 09.4
// is: wrong
// cause: dInputs is handed down without the output gate's share; only f, i and g contribute.
// named: dInputs|inputs?|\bdx\b
// named: output gate|Wo\b|\bo\b|\bdo\b
// swift-format-ignore-file

func layerBackward(
  _ trace: LayerTrace, dOutputs: [Vector], parameters: LSTMLayer
) throws -> (gradients: LSTMLayer, dInputs: [Vector]) {

  let H = parameters.hiddenSize
  let D = parameters.inputSize
  let T = trace.inputs.count
  var gradients = parameters.zeros
  var dInputs = [Vector](repeating: Vector(zeros: D), count: T)
  var carriedHidden = Vector(zeros: H)
  var carriedCell = Vector(zeros: H)

  for t in (0..<T).reversed() {
    let step = trace.steps[t]
    let before = t > 0 ? trace.steps[t - 1] : nil
    let oldHidden = before?.hidden ?? Vector(zeros: H)
    let oldCell = before?.cell ?? Vector(zeros: H)
    let z = oldHidden.concatenated(with: trace.inputs[t])
    let squashed = try tanh(step.cell)
    let dHidden = carriedHidden + dOutputs[t]

    let dOut = dHidden * squashed * step.outputGate * (1 - step.outputGate)
    gradients.Wo.addOuter(dOut, z)
    gradients.bo += dOut
    // time part only, the gates of the cell follow below
    carriedHidden = Vector(parameters.Wo.transposedProduct(dOut).prefix(H))

    let dCell = dHidden * step.outputGate * (1 - squashed * squashed) + carriedCell
    let parts: [(WritableKeyPath<LSTMLayer, Matrix>, WritableKeyPath<LSTMLayer, Vector>, Vector)] = [
      (\.Wf, \.bf, dCell * oldCell * step.forgetGate * (1 - step.forgetGate)),
      (\.Wi, \.bi, dCell * step.candidate * step.inputGate * (1 - step.inputGate)),
      (\.Wg, \.bg, dCell * step.inputGate * (1 - step.candidate * step.candidate)),
    ]
    for (weight, bias, d) in parts {
      gradients[keyPath: weight].addOuter(d, z)
      gradients[keyPath: bias] += d
      let dz = parameters[keyPath: weight].transposedProduct(d)
      carriedHidden += Vector(dz.prefix(H))
      dInputs[t] += Vector(dz.suffix(D))
    }
    carriedCell = dCell * step.forgetGate
  }
  return (gradients, dInputs)
}
