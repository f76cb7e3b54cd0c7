// exercise: 03.1
// is: wrong
// cause: The carry to the step before is Vᵀ dh instead of Vᵀ da: on its way through time the gradient is not multiplied by the slope of the tanh.
// named: tanh|slope|deriv|\bdh\b.*(\bda\b|instead|in place)|\bda\b.*\bdh\b
// named: carr|through time|back in time|step before|earlier|previous|recurren|Vᵀ|passed on|handed
// swift-format-ignore-file

func rnnBackward(
  _ trace: RNNTrace, targets: [Int], parameters: RNNParameters
) throws -> (gradients: RNNParameters, dInitialHidden: Vector) {
  let steps = trace.inputs.count
  var gradients = parameters.zeros

  // First all the state gradients, from the end to the beginning …
  var dLogits: [Vector] = []
  for t in 0..<steps {
    var d = try softmax(trace.logits[t])
    d[targets[t]] -= 1
    dLogits.append(d)
  }
  var dh = dLogits.map { parameters.W.transposedProduct($0) }
  for t in (0..<steps).reversed() where t + 1 < steps {
    dh[t] += parameters.V.transposedProduct(dh[t + 1])
  }

  // … then the shares of every step.
  for t in 0..<steps {
    let h = trace.hidden[t]
    let da = dh[t] * (1 - h * h)
    gradients.W.addOuter(dLogits[t], h)
    gradients.bOutput += dLogits[t]
    gradients.bHidden += da
    gradients.V.addOuter(da, t == 0 ? trace.initialHidden : trace.hidden[t - 1])
    for i in da.indices { gradients.U[i, trace.inputs[t]] += da[i] }
  }
  return (gradients, parameters.V.transposedProduct(dh[0]))
}
