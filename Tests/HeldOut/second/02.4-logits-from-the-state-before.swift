// exercise: 02.4
// is: wrong
// cause: The logits of step t are computed from the hidden state before token t was read.
// named: logits|output|prediction
// named: before|previous|old|one step (late|behind|early|too)|stale|h′|t ?[-−] ?1|initial|lag|late
// swift-format-ignore-file

func rnnForward(
  _ inputs: [Int], initialHidden: Vector, parameters: RNNParameters
) throws -> RNNTrace {
  var hs: [Vector] = []
  var ys: [Vector] = []
  var h = initialHidden
  for x in inputs {
    let y = parameters.W * h + parameters.bOutput
    h = try rnnStep(x, hidden: h, parameters: parameters)
    hs.append(h)
    ys.append(y)
  }
  return RNNTrace(inputs: inputs, initialHidden: initialHidden, hidden: hs, logits: ys)
}
