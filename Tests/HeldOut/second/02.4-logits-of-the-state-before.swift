// exercise: 02.4
// is: wrong
// cause: The logits are computed from the state before the token was read instead of from the one after.
// named: logits
// named: before|h_\{t−1\}|previous|old
// swift-format-ignore-file

func rnnForward(
  _ inputs: [Int], initialHidden: Vector, parameters: RNNParameters
) throws -> RNNTrace {
  var hidden: [Vector] = []
  var logits: [Vector] = []
  var h = initialHidden
  for x in inputs {
    let o = parameters.W * h + parameters.bOutput
    h = try rnnStep(x, hidden: h, parameters: parameters)
    hidden.append(h)
    logits.append(o)
  }
  return RNNTrace(inputs: inputs, initialHidden: initialHidden, hidden: hidden, logits: logits)
}
