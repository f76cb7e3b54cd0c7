// exercise: 02.4
// is: wrong
// cause: The trace holds log-probabilities (log-softmax) where the raw logits belong.
// named: log.?softmax|log.?prob|logarithm|normalis|log of|log.sum.exp
// named: logit|log|output
// swift-format-ignore-file

private func logSoftmax(_ o: Vector) -> Vector {
  let m = o.max() ?? 0
  let logZ = m + log(o.map { exp($0 - m) }.sum)
  return o - logZ
}

func rnnForward(
  _ inputs: [Int], initialHidden: Vector, parameters: RNNParameters
) throws -> RNNTrace {
  var h = initialHidden
  var states: [Vector] = []
  var outputs: [Vector] = []
  for x in inputs {
    h = try rnnStep(x, hidden: h, parameters: parameters)
    states.append(h)
    outputs.append(logSoftmax(parameters.W * h + parameters.bOutput))
  }
  return RNNTrace(inputs: inputs, initialHidden: initialHidden, hidden: states, logits: outputs)
}
