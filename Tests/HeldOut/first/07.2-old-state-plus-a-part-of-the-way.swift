// exercise: 07.2
// is: right
// swift-format-ignore-file

func gruStep(
  _ token: Int, hidden: Vector, parameters: GRUParameters
) throws -> GRUStep {
  let p = parameters
  func affine(_ W: Matrix, _ b: Vector, _ U: Matrix, _ c: Vector) -> Vector {
    (W.column(token) + b) + (U * hidden + c)
  }
  let keep = try sigmoid(affine(p.Wxz, p.bxz, p.Whz, p.bhz))
  let reset = try sigmoid(affine(p.Wxr, p.bxr, p.Whr, p.bhr))
  let recurrent = p.Whn * hidden + p.bhn
  var new = p.Wxn.column(token) + p.bxn
  for k in new.indices { new[k] = tanh(new[k] + reset[k] * recurrent[k]) }
  // from the old state a part 1 − z of the way to the candidate
  let moved = hidden + (1 - keep) * (new - hidden)
  return GRUStep(
    resetGate: reset, updateGate: keep, recurrentTerm: recurrent, candidate: new, hidden: moved)
}
