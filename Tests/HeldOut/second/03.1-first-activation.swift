// exercise: 03.1
// is: wrong
// cause: dInitialHidden is the gradient at the first step's activation, without the last product with Vᵀ: it stops one product short.
// named: dInitialHidden|initial (hidden )?state|before the first step|initial hidden
// named: \bV\b|Vᵀ|activation|first step|one (step|product)|too early|short|recurrent|not carried|through
// swift-format-ignore-file

func rnnBackward(
  _ trace: RNNTrace, targets: [Int], parameters: RNNParameters
) throws -> (gradients: RNNParameters, dInitialHidden: Vector) {
  let p = parameters
  var g = p.zeros
  var delta: Vector? = nil     // of the step after this one
  for t in (0..<trace.inputs.count).reversed() {
    var e = try softmax(trace.logits[t])
    e[targets[t]] -= 1
    g.W.addOuter(e, trace.hidden[t])
    g.bOutput += e

    var back = p.W.transposedProduct(e)
    if let later = delta { back += p.V.transposedProduct(later) }
    let now = zip(back, trace.hidden[t]).map { d, h in d * (1 - h * h) }
    let here = Vector(now)
    for k in 0..<p.hiddenSize { g.U[k, trace.inputs[t]] += here[k] }
    g.V.addOuter(here, t == 0 ? trace.initialHidden : trace.hidden[t - 1])
    g.bHidden += here
    delta = here
  }
  return (g, delta ?? Vector(zeros: p.hiddenSize))
}
