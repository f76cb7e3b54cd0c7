// exercise: 07.4
// is: right
// swift-format-ignore-file

private func sum(_ a: GRUParameters, _ b: GRUParameters) -> GRUParameters {
  var result = a
  result.tensors = zip(a.tensors, b.tensors).map { $0 + $1 }
  return result
}

func gruBackward(
  _ trace: GRUTrace, targets: [Int], parameters: GRUParameters
) throws -> (gradients: GRUParameters, dInitialHidden: Vector) {
  let p = parameters

  // what step t gives: its share of the gradient, and the gradient at the state before it
  func back(_ t: Int, _ later: Vector) throws -> (GRUParameters, Vector) {
    let s = trace.steps[t]
    let h = t == 0 ? trace.initialHidden : trace.steps[t - 1].hidden
    let x: Vector = try oneHot(trace.inputs[t], size: p.vocabularySize)
    let e = try softmax(trace.logits[t]) - oneHot(targets[t], size: p.vocabularySize)
    let dh = later + p.Wv.transposed * e
    let open = 1 - s.updateGate
    let an = dh * open * (1 - s.candidate * s.candidate)
    let az = -1 * dh * (s.candidate - h) * s.updateGate * open
    let ar = an * s.recurrentTerm * s.resetGate * (1 - s.resetGate)
    let aq = an * s.resetGate
    let share = GRUParameters(
      Wxr: ar.outer(x), Wxz: az.outer(x), Wxn: an.outer(x),
      Whr: ar.outer(h), Whz: az.outer(h), Whn: aq.outer(h),
      Wv: e.outer(s.hidden),
      bxr: ar, bxz: az, bxn: an, bhr: ar, bhz: az, bhn: aq, bv: e)
    var down = s.updateGate * dh
    for (W, a) in [(p.Whr, ar), (p.Whz, az), (p.Whn, aq)] { down += W.transposed * a }
    return (share, down)
  }

  return try trace.inputs.indices.reversed().reduce(
    (gradients: p.zeros, dInitialHidden: Vector(zeros: p.hiddenSize))
  ) { result, t in
    let (share, down) = try back(t, result.dInitialHidden)
    return (sum(result.gradients, share), down)
  }
}
