// exercise: 04.2
// is: wrong
// cause: The joined vector is [x; h′] instead of [h′; x], so that the columns meet the wrong half.
// named: x above h|x; h|order of z
// swift-format-ignore-file

func lstmStep(
  _ token: Int, hidden: Vector, cell: Vector, parameters: LSTMParameters
) throws -> LSTMStep {
  let x: Vector = try oneHot(token, size: parameters.vocabularySize)
  let z = x.concatenated(with: hidden)
  let forget = try sigmoid(parameters.Wf * z + parameters.bf)
  let input = try sigmoid(parameters.Wi * z + parameters.bi)
  let cand = try tanh(parameters.Wg * z + parameters.bg)
  let output = try sigmoid(parameters.Wo * z + parameters.bo)
  let newCell = forget * cell + input * cand
  let newHidden = output * (try tanh(newCell))
  return LSTMStep(
    forgetGate: forget, inputGate: input, candidate: cand, outputGate: output, cell: newCell,
    hidden: newHidden)
}
