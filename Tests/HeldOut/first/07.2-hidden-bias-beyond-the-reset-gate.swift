// exercise: 07.2
// is: wrong
// cause: In the candidate bhn stands outside of the reset gate's reach, r ⊙ (Whn h') + bhn.
// named: bhn|bias
// named: outside|reset|beyond|not (gated|reset|within)|behind
// swift-format-ignore-file

func gruStep(
  _ token: Int, hidden: Vector, parameters: GRUParameters
) throws -> GRUStep {
  func affine(_ wx: Matrix, _ bx: Vector, _ wh: Matrix, _ bh: Vector) -> Vector {
    wx.column(token) + bx + wh * hidden + bh
  }
  let r = try sigmoid(affine(parameters.Wxr, parameters.bxr, parameters.Whr, parameters.bhr))
  let z = try sigmoid(affine(parameters.Wxz, parameters.bxz, parameters.Whz, parameters.bhz))
  let product = parameters.Whn * hidden
  let fromInput = parameters.Wxn.column(token) + parameters.bxn
  let n = try tanh(fromInput + r * product + parameters.bhn)
  return GRUStep(
    resetGate: r, updateGate: z, recurrentTerm: product + parameters.bhn, candidate: n,
    hidden: (1 - z) * n + z * hidden)
}
