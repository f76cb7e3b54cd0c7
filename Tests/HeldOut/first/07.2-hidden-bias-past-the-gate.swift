// exercise: 07.2
// is: wrong
// cause: In the candidate the bias bhn is added outside the reset gate: r ⊙ (Whn h′) + bhn instead of r ⊙ (Whn h′ + bhn).
// named: bhn|bias
// named: outside|beyond|reach|behind|after|ungated|not (be )?(gated|multiplied)|past|without.*(gate|\br\b)|reset
// swift-format-ignore-file

func gruStep(
  _ token: Int, hidden: Vector, parameters: GRUParameters
) throws -> GRUStep {

  let p = parameters
  let reset = try sigmoid(p.Wxr.column(token) + p.bxr + p.Whr * hidden + p.bhr)
  let update = try sigmoid(p.Wxz.column(token) + p.bxz + p.Whz * hidden + p.bhz)
  let fromState = p.Whn * hidden
  let biases = p.bxn + p.bhn
  let candidate = try tanh(p.Wxn.column(token) + reset * fromState + biases)
  return GRUStep(
    resetGate: reset, updateGate: update, recurrentTerm: fromState + p.bhn, candidate: candidate,
    hidden: update * hidden + (1 - update) * candidate)
}
