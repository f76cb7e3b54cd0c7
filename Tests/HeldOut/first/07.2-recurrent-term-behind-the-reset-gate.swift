// exercise: 07.2
// is: wrong
// cause: The recurrent term that the step keeps has the reset gate in it already; the candidate and the state are right.
// named: recurrent ?term|recurrentTerm|Whn
// named: reset|after the gate|gated|behind
// swift-format-ignore-file

func gruStep(
  _ token: Int, hidden: Vector, parameters: GRUParameters
) throws -> GRUStep {
  let p = parameters
  let reset = try sigmoid(
    p.Wxr.column(token) + p.bxr + p.Whr * hidden + p.bhr)
  let update = try sigmoid(
    p.Wxz.column(token) + p.bxz + p.Whz * hidden + p.bhz)
  let term = reset * (p.Whn * hidden + p.bhn)
  let new = try tanh(p.Wxn.column(token) + p.bxn + term)
  let h = new + update * (hidden - new)
  return GRUStep(
    resetGate: reset, updateGate: update, recurrentTerm: term, candidate: new, hidden: h)
}
