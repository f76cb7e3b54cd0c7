// exercise: 02.4
// is: wrong
// cause: All logits are computed from the last hidden state, as from h_n of nn.RNN.
// named: (last|final|latest).*(state|hidden)
// swift-format-ignore-file

func rnnForward(
  _ inputs: [Int], initialHidden: Vector, parameters: RNNParameters
) throws -> RNNTrace {
  var h = initialHidden
  var hs = [Vector]()
  for x in inputs {
    h = try rnnStep(x, hidden: h, parameters: parameters)
    hs.append(h)
  }
  let logits = hs.map { _ in parameters.W * h + parameters.bOutput }
  return RNNTrace(inputs: inputs, initialHidden: initialHidden, hidden: hs, logits: logits)
}
