// exercise: 09.4
// is: right
// cause: right, written another way.
// swift-format-ignore-file

func layerBackward(
  _ trace: LayerTrace, dOutputs: [Vector], parameters p: LSTMLayer
) throws -> (gradients: LSTMLayer, dInputs: [Vector]) {
  let H = p.hiddenSize, T = trace.inputs.count
  let none = Vector(zeros: H)
  // [g; o; i; f] in one matrix, one product for all
  let W = Matrix(rows: [p.Wg, p.Wo, p.Wi, p.Wf].flatMap { w in (0..<H).map { w.row($0) } })
  var dW = Matrix(zeros: 4 * H, W.columns)
  var db = Vector(zeros: 4 * H)
  var down: [Vector] = []
  var dh = none, dc = none
  for t in (0..<T).reversed() {
    let s = trace.steps[t]
    let (h0, c0) = t == 0 ? (none, none) : (trace.steps[t - 1].hidden, trace.steps[t - 1].cell)
    let th = try tanh(s.cell)
    dh = dh + dOutputs[t]
    // h = o th, so that o th (1 - o) is h (1 - o)
    let ao = dh * s.hidden * (1 - s.outputGate)
    dc = dc + dh * (s.outputGate - s.hidden * th)
    let ai = dc * s.candidate * s.inputGate * (1 - s.inputGate)
    let ag = dc * s.inputGate * (1 - s.candidate * s.candidate)
    let af = dc * c0 * s.forgetGate * (1 - s.forgetGate)
    let a = Vector(Array(ag) + Array(ao) + Array(ai) + Array(af))
    dW.addOuter(a, h0.concatenated(with: trace.inputs[t]))
    db += a
    let dz = W.transposedProduct(a)
    dh = Vector(dz[..<H])
    dc = dc * s.forgetGate
    down.append(Vector(dz[H...]))
  }
  func rows(_ k: Int) -> Matrix { Matrix(rows: (k * H..<(k + 1) * H).map { dW.row($0) }) }
  func part(_ k: Int) -> Vector { Vector(db[k * H..<(k + 1) * H]) }
  let gradients = LSTMLayer(
    Wf: rows(3), Wi: rows(2), Wg: rows(0), Wo: rows(1), bf: part(3), bi: part(2), bg: part(0),
    bo: part(1))
  return (gradients, down.reversed())
}
