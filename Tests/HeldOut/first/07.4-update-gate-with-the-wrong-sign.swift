// exercise: 07.4
// is: wrong
// cause: The update gate's gradient is taken with n − h′ instead of h′ − n, so its sign is wrong.
// named: update gate|\bdz\b|\bW[xh]z\b|\bb[xh]z\b|\bz\b
// named: sign|n ?[-−–] ?h|minus|opposite|revers|negat|swapp|exchang|wrong way|invert
// swift-format-ignore-file

func gruBackward(
  _ trace: GRUTrace, targets: [Int], parameters: GRUParameters
) throws -> (gradients: GRUParameters, dInitialHidden: Vector) {
  let H = parameters.hiddenSize
  var gradients = parameters.zeros
  var dHidden = Vector(zeros: H)
  for t in trace.inputs.indices.reversed() {
    let step = trace.steps[t]
    let token = trace.inputs[t]
    let old = t == 0 ? trace.initialHidden : trace.steps[t - 1].hidden

    var error = try softmax(trace.logits[t])
    error[targets[t]] -= 1
    gradients.Wv.addOuter(error, step.hidden)
    gradients.bv += error
    dHidden += parameters.Wv.transposedProduct(error)

    var dr = Vector(zeros: H), dz = Vector(zeros: H), dn = Vector(zeros: H), dq = Vector(zeros: H)
    var dOld = Vector(zeros: H)
    for k in 0..<H {
      let (r, z, n) = (step.resetGate[k], step.updateGate[k], step.candidate[k])
      // h = (1 - z) n + z h'
      dn[k] = dHidden[k] * (1 - z) * (1 - n * n)
      dz[k] = dHidden[k] * (n - old[k]) * z * (1 - z)
      dq[k] = dn[k] * r
      dr[k] = dn[k] * step.recurrentTerm[k] * r * (1 - r)
      dOld[k] = dHidden[k] * z
      gradients.Wxr[k, token] += dr[k]
      gradients.Wxz[k, token] += dz[k]
      gradients.Wxn[k, token] += dn[k]
    }
    gradients.Whr.addOuter(dr, old)
    gradients.Whz.addOuter(dz, old)
    gradients.Whn.addOuter(dq, old)
    gradients.bxr += dr
    gradients.bhr += dr
    gradients.bxz += dz
    gradients.bhz += dz
    gradients.bxn += dn
    gradients.bhn += dq

    dHidden = dOld + parameters.Whr.transposedProduct(dr) + parameters.Whz.transposedProduct(dz)
      + parameters.Whn.transposedProduct(dq)
  }
  return (gradients, dHidden)
}
