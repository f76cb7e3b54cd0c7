// exercise: 07.4
// is: wrong
// cause: The gradient of the recurrent term is dn itself; the factor r, the reset gate it passed through, is missing.
// named: without the reset gate|reset gate.*(missing|left out)
// swift-format-ignore-file

func gruBackward(
  _ trace: GRUTrace, targets: [Int], parameters p: GRUParameters
) throws -> (gradients: GRUParameters, dInitialHidden: Vector) {
  var grad = p.zeros
  var carry = Vector(zeros: p.hiddenSize)
  for t in trace.steps.indices.reversed() {
    let step = trace.steps[t]
    let r = step.resetGate, z = step.updateGate, q = step.recurrentTerm, n = step.candidate
    let old = t == 0 ? trace.initialHidden : trace.steps[t - 1].hidden
    let token = trace.inputs[t]
    let dLogits = try softmax(trace.logits[t]) - oneHot(targets[t], size: p.vocabularySize)
    grad.Wv.addOuter(dLogits, step.hidden)
    grad.bv += dLogits
    let dh = carry + p.Wv.transposedProduct(dLogits)
    let dN = dh * (1 - z) * (1 - n * n)
    let dZ = dh * (old - n) * z * (1 - z)
    let dR = dN * q * r * (1 - r)
    for k in 0..<p.hiddenSize {
      grad.Wxn[k, token] += dN[k]
      grad.Wxz[k, token] += dZ[k]
      grad.Wxr[k, token] += dR[k]
    }
    grad.bxn += dN
    grad.bxz += dZ
    grad.bxr += dR
    grad.Whn.addOuter(dN, old)
    grad.Whz.addOuter(dZ, old)
    grad.Whr.addOuter(dR, old)
    grad.bhn += dN
    grad.bhz += dZ
    grad.bhr += dR
    carry = dh * z
    carry += p.Whn.transposedProduct(dN)
    carry += p.Whz.transposedProduct(dZ)
    carry += p.Whr.transposedProduct(dR)
  }
  return (grad, carry)
}
