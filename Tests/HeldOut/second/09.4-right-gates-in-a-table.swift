// exercise: 09.4
// is: right
// cause: right, written another way.
// swift-format-ignore-file

func layerBackward(
  _ trace: LayerTrace, dOutputs: [Vector], parameters: LSTMLayer
) throws -> (gradients: LSTMLayer, dInputs: [Vector]) {
  let (H, T) = (parameters.hiddenSize, trace.inputs.count)
  let start = Vector(zeros: H)
  let hs = [start] + trace.outputs
  let cs = [start] + trace.steps.map { $0.cell }
  // per gate f, i, g, o: T vectors, from the last step to the first
  var local = [[Vector]](repeating: [], count: 4)
  let W = Array(parameters.tensors.prefix(4))
  var dx: [Vector] = []
  var (dh, dc) = (start, start)
  for t in stride(from: T, to: 0, by: -1) {
    let s = trace.steps[t - 1]
    dh += dOutputs[t - 1]
    let y = try tanh(cs[t])
    dc += dh * s.outputGate * (1 - y) * (1 + y)
    let d = [
      dc * cs[t - 1] * (s.forgetGate - s.forgetGate * s.forgetGate),
      dc * s.candidate * (s.inputGate - s.inputGate * s.inputGate),
      dc * s.inputGate * (1 - s.candidate * s.candidate),
      dh * s.hidden * (1 - s.outputGate),  // o ⊙ tanh(c) is h
    ]
    for k in 0..<4 { local[k].append(d[k]) }
    let down = zip(W, d).map { $0.transposed * $1 }.reduce(Vector(zeros: W[0].columns), +)
    dx.append(Vector(down[H...]))
    dh = Vector(down[..<H])
    dc = dc * s.forgetGate
  }
  // T × (H + D), from the last step to the first like `local`
  let Z = Matrix(rows: (0..<T).reversed().map { hs[$0].concatenated(with: trace.inputs[$0]) })
  var gradients = parameters.zeros
  gradients.tensors =
    local.map { Matrix(columns: $0) * Z }
    + local.map { Matrix(column: $0.reduce(start, +)) }
  return (gradients, dx.reversed())
}
