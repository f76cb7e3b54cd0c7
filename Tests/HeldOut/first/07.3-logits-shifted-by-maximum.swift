// exercise: 07.3
// is: wrong
// cause: The logits are returned with their maximum subtracted, as for a stable softmax, instead of as Wv h + bv.
// named: logit
// named: max|shift|subtract|largest|stab|normali
// swift-format-ignore-file

func gruForward(
  _ inputs: [Int], initialHidden: Vector, parameters: GRUParameters
) throws -> GRUTrace {

  func stable(_ v: Vector) -> Vector { v - (v.max() ?? 0) }
  var h = initialHidden
  let steps = try inputs.map { token -> GRUStep in
    let s = try gruStep(token, hidden: h, parameters: parameters)
    h = s.hidden
    return s
  }
  let logits = steps.map { stable(parameters.Wv * $0.hidden + parameters.bv) }
  return GRUTrace(inputs: inputs, initialHidden: initialHidden, steps: steps, logits: logits)
}
