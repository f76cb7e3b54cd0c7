// exercise: 03.1
// is: wrong
// cause: The gradient carried to the step before is added to the carry of the later steps instead of replacing it.
// named: carr|next step|through time|recurr|later steps?
// named: accumul|add(s|ed)? (up|to)|sum|replac|pile|on top|reset|\+=|again|more than once|several times|twice|kept|old
// swift-format-ignore-file

func rnnBackward(
  _ trace: RNNTrace, targets: [Int], parameters: RNNParameters
) throws -> (gradients: RNNParameters, dInitialHidden: Vector) {
  var gradients = parameters.zeros
  var dHiddenNext = Vector(zeros: parameters.hiddenSize)
  var t = trace.inputs.count
  while t > 0 {
    t -= 1
    let h = trace.hidden[t]
    let before = t > 0 ? trace.hidden[t - 1] : trace.initialHidden
    var error = try softmax(trace.logits[t])
    error[targets[t]] -= 1.0

    gradients.bOutput += error
    gradients.W.addOuter(error, h)

    let dHidden = parameters.W.transposedProduct(error) + dHiddenNext
    let delta = dHidden * (1.0 - h * h)
    gradients.bHidden += delta
    gradients.V.addOuter(delta, before)
    for row in delta.indices { gradients.U[row, trace.inputs[t]] += delta[row] }

    dHiddenNext += parameters.V.transposedProduct(delta)
  }
  return (gradients, dHiddenNext)
}
