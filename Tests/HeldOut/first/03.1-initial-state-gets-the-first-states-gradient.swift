// exercise: 03.1
// is: wrong
// cause: dInitialHidden is the gradient at the first hidden state, which is not taken back through the first step.
// named: dInitial|initial (hidden )?state|state before the first step|h_\{?[-−]1
// named: first (hidden )?state|first step|h_?\{?0|hidden\[0\]|one step (too|short|early|late)|not (taken |passed |carried |sent |gone )?(back )?through|without (V|the (last|first|recurrent|slope|step))|step (is )?(missing|left out|too)|stops? (short|before|early|one)|last stretch
// swift-format-ignore-file

func rnnBackward(
  _ trace: RNNTrace, targets: [Int], parameters: RNNParameters
) throws -> (gradients: RNNParameters, dInitialHidden: Vector) {
  let p = parameters
  var grads = p.zeros
  let T = trace.inputs.count
  let states = [trace.initialHidden] + trace.hidden
  var dh = Vector(zeros: p.hiddenSize)
  var dz = Vector(zeros: p.hiddenSize)

  for t in (0..<T).reversed() {
    var dLogits = try softmax(trace.logits[t])
    dLogits[targets[t]] -= 1

    dh = p.W.transposedProduct(dLogits) + p.V.transposedProduct(dz)
    dz = zip(dh, states[t + 1]).reduce(into: Vector([])) { v, pair in
      v = Vector(Array(v) + [pair.0 * (1 - pair.1 * pair.1)])
    }

    grads.W.addOuter(dLogits, states[t + 1])
    grads.bOutput += dLogits
    grads.V.addOuter(dz, states[t])
    grads.bHidden += dz
    for i in 0..<p.hiddenSize { grads.U[i, trace.inputs[t]] += dz[i] }
  }
  return (grads, dh)
}
