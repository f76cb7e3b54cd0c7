// exercise: 04.2
// is: wrong
// cause: The joint vector is [x; h′], the token above the state, so that the weights' first columns meet the token.
// named: \[x ?[;,]|\bx (comes |stands )?(first|before|above)|(token|input|one-hot)( vector)? (comes |stands )?(first|before|above|on top)|order|swapp|exchang|wrong way|other way|first columns|revers|turned
// named: \[x|\[h|\bz ?=|concat|joined|join|stack|columns|h′|halves
// swift-format-ignore-file

func lstmStep(
  _ token: Int, hidden: Vector, cell: Vector, parameters: LSTMParameters
) throws -> LSTMStep {
  let x: Vector = try oneHot(token, size: parameters.vocabularySize)
  let xh = x.concatenated(with: hidden)
  func gate(_ W: Matrix, _ b: Vector) -> Vector { W * xh + b }

  let f = try sigmoid(gate(parameters.Wf, parameters.bf))
  let i = try sigmoid(gate(parameters.Wi, parameters.bi))
  let o = try sigmoid(gate(parameters.Wo, parameters.bo))
  let g = try tanh(gate(parameters.Wg, parameters.bg))
  let c = f * cell + i * g
  let h = o * (try tanh(c))
  return LSTMStep(
    forgetGate: f, inputGate: i, candidate: g, outputGate: o, cell: c, hidden: h)
}
