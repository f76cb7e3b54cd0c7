// exercise: 07.4
// is: wrong
// cause: The reset gate's gradient uses the old hidden state h′ where the recurrent term q belongs.
// named: h′|h_\{t−1\}|old state|hidden state|state before
// named: reset|dr|\bq\b
// swift-format-ignore-file

func gruBackward(
  _ trace: GRUTrace, targets: [Int], parameters p: GRUParameters
) throws -> (gradients: GRUParameters, dInitialHidden: Vector) {
  var grad = p.zeros
  var dNext = Vector(zeros: p.hiddenSize)
  for t in trace.inputs.indices.reversed() {
    let (r, z, n) = (
      trace.steps[t].resetGate, trace.steps[t].updateGate, trace.steps[t].candidate
    )
    let hPrev = t > 0 ? trace.steps[t - 1].hidden : trace.initialHidden
    let x: Vector = try oneHot(trace.inputs[t], size: p.vocabularySize)
    let dy = try softmax(trace.logits[t]) - oneHot(targets[t], size: p.vocabularySize)
    grad.Wv.addOuter(dy, trace.steps[t].hidden)
    grad.bv += dy
    let dh = p.Wv.transposedProduct(dy) + dNext
    let dn = dh * (1 - z) * (1 - n * n)
    let dz = dh * (hPrev - n) * z * (1 - z)
    let dr = dn * hPrev * r * (1 - r)
    let dq = dn * r
    grad.Wxr.addOuter(dr, x)
    grad.Whr.addOuter(dr, hPrev)
    grad.bxr += dr
    grad.bhr += dr
    grad.Wxz.addOuter(dz, x)
    grad.Whz.addOuter(dz, hPrev)
    grad.bxz += dz
    grad.bhz += dz
    grad.Wxn.addOuter(dn, x)
    grad.Whn.addOuter(dq, hPrev)
    grad.bxn += dn
    grad.bhn += dq
    dNext = dh * z
    dNext += p.Whr.transposedProduct(dr)
    dNext += p.Whz.transposedProduct(dz)
    dNext += p.Whn.transposedProduct(dq)
  }
  return (grad, dNext)
}
