// exercise: 04.2
// is: wrong
// cause: The hidden state is tanh(o ⊙ c): the output gate is applied to the cell before the tanh instead of after it.
// named: output gate|\bo\b
// named: tanh\(o|inside|within|before (the )?tanh|tanh of the (gated|product)|tanh of o|under (the )?tanh|into (the )?tanh|ahead of (the )?tanh|(gated|product).*tanh
// swift-format-ignore-file

func lstmStep(
  _ token: Int, hidden: Vector, cell: Vector, parameters: LSTMParameters
) throws -> LSTMStep {
  let x: Vector = try oneHot(token, size: parameters.vocabularySize)
  let hx = hidden.concatenated(with: x)
  let forget = try sigmoid(parameters.Wf * hx + parameters.bf)
  let input = try sigmoid(parameters.Wi * hx + parameters.bi)
  let cand = try tanh(parameters.Wg * hx + parameters.bg)
  let out = try sigmoid(parameters.Wo * hx + parameters.bo)
  let newCell = cell * forget + cand * input
  let newHidden = try tanh(out * newCell)
  return LSTMStep(
    forgetGate: forget, inputGate: input, candidate: cand, outputGate: out, cell: newCell,
    hidden: newHidden)
}
