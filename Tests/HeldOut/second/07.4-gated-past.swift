// exercise: 07.4
// is: wrong
// cause: The gradient of Whn is the outer product of dq with r ⊙ h′ instead of h′: the reset gate is counted twice there (the state before the product belongs to the other GRU).
// named: Whn
// named: reset|\br\b|twice|gated
// swift-format-ignore-file

func gruBackward(
  _ trace: GRUTrace, targets: [Int], parameters: GRUParameters
) throws -> (gradients: GRUParameters, dInitialHidden: Vector) {
  var g = parameters.zeros
  var dh = Vector(zeros: parameters.hiddenSize)
  let previous = [trace.initialHidden] + trace.steps.map(\.hidden)
  for (t, s) in trace.steps.enumerated().reversed() {
    let hp = previous[t]
    let r = s.resetGate, z = s.updateGate, n = s.candidate
    var dy = try softmax(trace.logits[t])
    dy[targets[t]] -= 1
    g.Wv.addOuter(dy, s.hidden)
    g.bv += dy
    dh += parameters.Wv.transposedProduct(dy)

    let daz = dh * (hp - n) * z * (1 - z)
    let dan = dh * (1 - z) * (1 - n * n)
    let dq = dan * r
    let dar = dan * s.recurrentTerm * r * (1 - r)

    for i in dar.indices {
      g.Wxr[i, trace.inputs[t]] += dar[i]
      g.Wxz[i, trace.inputs[t]] += daz[i]
      g.Wxn[i, trace.inputs[t]] += dan[i]
    }
    g.Whr.addOuter(dar, hp)
    g.Whz.addOuter(daz, hp)
    g.Whn.addOuter(dq, r * hp)
    g.bxr += dar
    g.bhr += dar
    g.bxz += daz
    g.bhz += daz
    g.bxn += dan
    g.bhn += dq
    dh =
      dh * z + parameters.Whr.transposedProduct(dar) + parameters.Whz.transposedProduct(daz)
      + parameters.Whn.transposedProduct(dq)
  }
  return (g, dh)
}
