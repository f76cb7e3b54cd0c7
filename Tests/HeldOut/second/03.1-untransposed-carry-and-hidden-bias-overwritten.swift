// exercise: 03.1
// is: wrong
// cause: Two at once: the carry is V times the activation's gradient instead of Vᵀ times it, and the hidden bias' gradient is assigned at each step instead of added up.
// named: (V |V$|V,|carry|dNext).*(not transposed|untransposed|instead of Vᵀ|without the transpose)|V in place of Vᵀ|transpose
// named: bias|dbHidden|bHidden
// named: assigned|overwritten|last|first step|accumulat|not (added|summed)|one step
// swift-format-ignore-file

func rnnBackward(
  _ trace: RNNTrace, targets: [Int], parameters: RNNParameters
) throws -> (gradients: RNNParameters, dInitialHidden: Vector) {
  var g = parameters.zeros
  var dnext = Vector(zeros: parameters.hiddenSize)
  for t in (0..<trace.inputs.count).reversed() {
    let h = trace.hidden[t]
    let hp = t > 0 ? trace.hidden[t - 1] : trace.initialHidden
    var dy = try softmax(trace.logits[t])
    dy[targets[t]] -= 1
    g.W.addOuter(dy, h)
    g.bOutput += dy
    let da = (parameters.W.transposedProduct(dy) + dnext) * (1 - h * h)
    g.bHidden = da
    for i in da.indices { g.U[i, trace.inputs[t]] += da[i] }
    g.V.addOuter(da, hp)
    dnext = parameters.V * da
  }
  return (g, dnext)
}
