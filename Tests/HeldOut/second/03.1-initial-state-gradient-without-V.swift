// exercise: 03.1
// is: wrong
// cause: dInitialHidden is the gradient at the first step's activation; the last product with V transposed is left out.
// named: dInitialHidden|initial (hidden )?state|initial hidden
// named: Vᵀ|\bV\b|transpos|one (factor|product|step)|first step|pre.?activation|before (the )?tanh|not (carried|taken) (back )?through|activation|stops|short
// swift-format-ignore-file

func rnnBackward(
  _ trace: RNNTrace, targets: [Int], parameters p: RNNParameters
) throws -> (gradients: RNNParameters, dInitialHidden: Vector) {
  let T = trace.inputs.count
  let states = [trace.initialHidden] + trace.hidden
  // all errors at the logits
  let errors: [Vector] = try (0..<T).map { t in
    var e = try softmax(trace.logits[t])
    e[targets[t]] -= 1
    return e
  }
  // deltas[t]: gradient before tanh
  var deltas = [Vector](repeating: Vector(zeros: p.hiddenSize), count: T)
  for t in (0..<T).reversed() {
    var dh = p.W.transposedProduct(errors[t])
    if t + 1 < T { dh += p.V.transposedProduct(deltas[t + 1]) }
    deltas[t] = dh * states[t + 1].map { 1 - $0 * $0 }
  }
  var g = p.zeros
  for t in 0..<T {
    g.W.addOuter(errors[t], states[t + 1])
    g.bOutput += errors[t]
    g.V.addOuter(deltas[t], states[t])
    g.bHidden += deltas[t]
    for i in 0..<p.hiddenSize { g.U[i, trace.inputs[t]] += deltas[t][i] }
  }
  return (g, deltas[0])
}
