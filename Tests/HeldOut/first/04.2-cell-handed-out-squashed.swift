// exercise: 04.2
// is: wrong
// cause: The cell of the step is handed out after its tanh, tanh(f c′ + i g); the hidden state is right.
// named: cell|\bc\b|c_t|memory
// named: tanh|squash|bounded|raw|activated
// swift-format-ignore-file

func lstmStep(
  _ token: Int, hidden: Vector, cell: Vector, parameters p: LSTMParameters
) throws -> LSTMStep {
  let z = hidden.concatenated(with: try oneHot(token, size: p.vocabularySize))
  let gates = try [(p.Wf, p.bf), (p.Wi, p.bi), (p.Wo, p.bo)].map { try sigmoid($0.0 * z + $0.1) }
  let candidate = try tanh(p.Wg * z + p.bg)
  // tanh(c) is needed here and again on the way back: take it once and keep it
  let shown = try tanh(gates[0] * cell + gates[1] * candidate)
  return LSTMStep(
    forgetGate: gates[0], inputGate: gates[1], candidate: candidate, outputGate: gates[2],
    cell: shown, hidden: gates[2] * shown)
}
