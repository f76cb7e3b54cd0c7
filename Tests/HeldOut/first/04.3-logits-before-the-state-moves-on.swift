// exercise: 04.3
// is: wrong
// cause: The logits of a step are taken from the hidden state before the step.
// named: logits?|output|Wv|readout|prediction
// named: before|previous|old|late|earlier|one step|h_?\{?t ?[-−] ?1|h′|initial|shift|stale
// swift-format-ignore-file

func lstmForward(
  _ inputs: [Int], initialHidden: Vector, initialCell: Vector, parameters: LSTMParameters
) throws -> LSTMTrace {
  var h = initialHidden
  var c = initialCell
  var steps: [LSTMStep] = []
  var logits: [Vector] = []
  for t in 0..<inputs.count {
    let s = try lstmStep(inputs[t], hidden: h, cell: c, parameters: parameters)
    let y = parameters.Wv * h + parameters.bv
    h = s.hidden
    c = s.cell
    steps.append(s)
    logits.append(y)
  }
  return LSTMTrace(
    inputs: inputs, initialHidden: initialHidden, initialCell: initialCell, steps: steps,
    logits: logits)
}
