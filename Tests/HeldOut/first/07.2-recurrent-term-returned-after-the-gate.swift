// exercise: 07.2
// is: wrong
// cause: The recurrent term is returned after it was multiplied by the reset gate instead of before.
// named: recurrent ?term|\bq\b
// named: after|reset|gated|multiplied|behind|already|times r|r ⊙|before
// swift-format-ignore-file

func gruStep(
  _ token: Int, hidden: Vector, parameters: GRUParameters
) throws -> GRUStep {
  let H = hidden.count
  var r = Vector(zeros: H), z = r, q = r, n = r, h = r
  let (ar, az, an) = (parameters.Whr * hidden, parameters.Whz * hidden, parameters.Whn * hidden)
  let gate = { (x: Double) in 1 / (1 + exp(-x)) }
  for i in 0..<H {
    r[i] = gate(parameters.Wxr[i, token] + parameters.bxr[i] + ar[i] + parameters.bhr[i])
    z[i] = gate(parameters.Wxz[i, token] + parameters.bxz[i] + az[i] + parameters.bhz[i])
    q[i] = r[i] * (an[i] + parameters.bhn[i])
    n[i] = tanh(parameters.Wxn[i, token] + parameters.bxn[i] + q[i])
    h[i] = (1 - z[i]) * n[i] + z[i] * hidden[i]
  }
  return GRUStep(resetGate: r, updateGate: z, recurrentTerm: q, candidate: n, hidden: h)
}
