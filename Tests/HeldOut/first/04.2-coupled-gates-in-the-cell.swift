// exercise: 04.2
// is: wrong
// cause: The candidate enters the cell with 1 − f instead of the input gate.
// named: 1 ?[-−–] ?f|coupl|complement|one minus|rest of the forget|what the forget|forget gate.*(instead|place|in for)|GRU
// swift-format-ignore-file

func lstmStep(
  _ token: Int, hidden: Vector, cell: Vector, parameters p: LSTMParameters
) throws -> LSTMStep {
  let H = hidden.count
  var s = LSTMStep(
    forgetGate: Vector(zeros: H), inputGate: Vector(zeros: H), candidate: Vector(zeros: H),
    outputGate: Vector(zeros: H), cell: Vector(zeros: H), hidden: Vector(zeros: H))
  let z = hidden.concatenated(with: try oneHot(token, size: p.vocabularySize))
  s.forgetGate = try sigmoid(p.Wf * z + p.bf)
  s.inputGate = try sigmoid(p.Wi * z + p.bi)
  s.candidate = try tanh(p.Wg * z + p.bg)
  s.outputGate = try sigmoid(p.Wo * z + p.bo)
  for k in 0..<H {
    let f = s.forgetGate[k]
    s.cell[k] = f * cell[k] + (1 - f) * s.candidate[k]
    s.hidden[k] = s.outputGate[k] * tanh(s.cell[k])
  }
  return s
}
