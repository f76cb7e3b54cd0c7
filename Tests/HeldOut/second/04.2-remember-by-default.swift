// exercise: 04.2
// is: wrong
// cause: The forget gate gets an additional bias of 1 within the step (the "unit forget bias"), on top of bf.
// named: forget|\bf\b|bf\b
// named: bias|\+ ?1|plus (1|one)|add(s|ed|itional|ing)?|one (more|is added)|extra|too (far )?open|shift
// swift-format-ignore-file

func lstmStep(
  _ token: Int, hidden: Vector, cell: Vector, parameters: LSTMParameters
) throws -> LSTMStep {
  let forgetBias = 1.0   // Jozefowicz et al. 2015, as in tf.nn.rnn_cell.LSTMCell
  let x: Vector = try oneHot(token, size: parameters.vocabularySize)
  let hx = hidden.concatenated(with: x)
  let j = try tanh(parameters.Wg * hx + parameters.bg)
  let i = try sigmoid(parameters.Wi * hx + parameters.bi)
  let f = try sigmoid(parameters.Wf * hx + parameters.bf + forgetBias)
  let o = try sigmoid(parameters.Wo * hx + parameters.bo)
  let newCell = cell * f + i * j
  let newHidden = try tanh(newCell) * o
  return LSTMStep(
    forgetGate: f, inputGate: i, candidate: j, outputGate: o, cell: newCell, hidden: newHidden)
}
