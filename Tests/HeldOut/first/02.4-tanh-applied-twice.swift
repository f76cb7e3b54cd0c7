// exercise: 02.4
// is: wrong
// cause: The tanh is applied once more to what rnnStep returns, so the state is squashed twice.
// named: tanh|squash|activat
// named: twice|again|second time|once more|double|two times|tanh\(tanh|second tanh|another
// swift-format-ignore-file

func rnnForward(
  _ inputs: [Int], initialHidden: Vector, parameters: RNNParameters
) throws -> RNNTrace {
  func activation(_ token: Int, _ h: Vector) throws -> Vector {
    try rnnStep(token, hidden: h, parameters: parameters)
  }
  var hidden = [initialHidden]
  for token in inputs {
    let a = try activation(token, hidden[hidden.count - 1])
    hidden.append(try tanh(a))
  }
  hidden.removeFirst()
  let logits = hidden.map { parameters.W * $0 + parameters.bOutput }
  return RNNTrace(
    inputs: inputs, initialHidden: initialHidden, hidden: hidden, logits: logits)
}
