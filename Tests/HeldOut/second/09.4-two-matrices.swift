// exercise: 09.4
// is: right
// cause: Each weight is cut into its h′ part and its x part beforehand, and the gradients of both are joined at the end; biases are read off the sums of the deltas.
// swift-format-ignore-file

func layerBackward(
  _ trace: LayerTrace, dOutputs: [Vector], parameters: LSTMLayer
) throws -> (gradients: LSTMLayer, dInputs: [Vector]) {
  let H = parameters.hiddenSize, D = parameters.inputSize, T = trace.steps.count
  let weights = [parameters.Wf, parameters.Wi, parameters.Wg, parameters.Wo]
  func columns(_ m: Matrix, _ range: Range<Int>) -> Matrix {
    Matrix(columns: range.map { m.column($0) })
  }
  let onState = weights.map { columns($0, 0..<H) }
  let onInput = weights.map { columns($0, H..<H + D) }
  var deltas = [[Vector]](repeating: [], count: 4)     // [gate], from the last step to the first
  var dInputs: [Vector] = []
  var fromLater = Vector(zeros: H)
  var dc = Vector(zeros: H)
  for t in stride(from: T - 1, through: 0, by: -1) {
    let s = trace.steps[t]
    let dh = fromLater + dOutputs[t]
    let shown = try tanh(s.cell)
    dc += dh * s.outputGate * (1 - shown * shown)
    let c0 = t > 0 ? trace.steps[t - 1].cell : Vector(zeros: H)
    let now = [
      dc * c0 * s.forgetGate * (1 - s.forgetGate),
      dc * s.candidate * s.inputGate * (1 - s.inputGate),
      dc * s.inputGate * (1 - s.candidate * s.candidate),
      dh * shown * s.outputGate * (1 - s.outputGate),
    ]
    fromLater = Vector(zeros: H)
    var dx = Vector(zeros: D)
    for k in 0..<4 {
      deltas[k].append(now[k])
      fromLater += onState[k].transposedProduct(now[k])
      dx += onInput[k].transposedProduct(now[k])
    }
    dInputs.insert(dx, at: 0)
    dc = dc * s.forgetGate
  }
  let states = (0..<T).reversed().map { t in
    (t > 0 ? trace.steps[t - 1].hidden : Vector(zeros: H)).concatenated(with: trace.inputs[t])
  }
  let Z = Matrix(rows: states)
  let dW = deltas.map { Matrix(columns: $0) * Z }
  let db = deltas.map { Matrix(columns: $0).sumOfColumns }
  let gradients = LSTMLayer(
    Wf: dW[0], Wi: dW[1], Wg: dW[2], Wo: dW[3], bf: db[0], bi: db[1], bg: db[2], bo: db[3])
  return (gradients, dInputs)
}
