// exercise: 02.4
// is: wrong
// cause: The recursion starts from a state of zeros; the given initial state is ignored.
// named: initial|first state|given state|starting state|h_?[{(]?[−-]1
// named: zeros?|ignored|not used|unused|left out|disregard|overlooked
// swift-format-ignore-file

func rnnForward(
  _ inputs: [Int], initialHidden: Vector, parameters: RNNParameters
) throws -> RNNTrace {
  var h = Vector(zeros: parameters.hiddenSize)
  var hs: [Vector] = []
  var os: [Vector] = []
  for x in inputs {
    h = try rnnStep(x, hidden: h, parameters: parameters)
    hs.append(h)
    os.append(parameters.W * h + parameters.bOutput)
  }
  return RNNTrace(inputs: inputs, initialHidden: initialHidden, hidden: hs, logits: os)
}
