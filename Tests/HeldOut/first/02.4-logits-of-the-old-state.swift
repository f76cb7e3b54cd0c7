// exercise: 02.4
// is: wrong
// cause: The logits of a step are taken from the state before the step, so the prediction lags one step behind.
// named: logits?|output|prediction
// named: before (the|this|its) (step|token|update)|previous|old (hidden )?state|one step (late|behind|early)|\blate\b|\blag|h′|h_\{?t ?[-−–] ?1|earlier
// swift-format-ignore-file

func rnnForward(
  _ inputs: [Int], initialHidden: Vector, parameters: RNNParameters
) throws -> RNNTrace {
  var h = initialHidden
  var hs: [Vector] = []
  var os: [Vector] = []
  for t in 0..<inputs.count {
    let o = parameters.W * h + parameters.bOutput
    h = try rnnStep(inputs[t], hidden: h, parameters: parameters)
    hs.append(h)
    os.append(o)
  }
  return RNNTrace(inputs: inputs, initialHidden: initialHidden, hidden: hs, logits: os)
}
