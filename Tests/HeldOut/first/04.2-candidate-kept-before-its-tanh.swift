// exercise: 04.2
// is: wrong
// cause: The step keeps the candidate before its tanh; cell and hidden state are right.
// named: candidate's sum handed back in place|candidate|\bg\b
// named: candidate's sum handed back in place|before (its|the) tanh|without (its|the) (tanh|squashing)|pre.?activation|not squashed|tanh (missing|left out)
// swift-format-ignore-file

func lstmStep(
  _ token: Int, hidden: Vector, cell: Vector, parameters: LSTMParameters
) throws -> LSTMStep {
  let x: Vector = try oneHot(token, size: parameters.vocabularySize)
  let z = hidden.concatenated(with: x)
  let forget = try sigmoid(parameters.Wf * z + parameters.bf)
  let input = try sigmoid(parameters.Wi * z + parameters.bi)
  let candidate = parameters.Wg * z + parameters.bg
  let output = try sigmoid(parameters.Wo * z + parameters.bo)

  let newCell = forget * cell + input * (try tanh(candidate))
  let newHidden = output * (try tanh(newCell))
  return LSTMStep(
    forgetGate: forget, inputGate: input, candidate: candidate, outputGate: output,
    cell: newCell, hidden: newHidden)
}
