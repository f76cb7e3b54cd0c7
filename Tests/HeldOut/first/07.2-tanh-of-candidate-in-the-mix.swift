// exercise: 07.2
// is: wrong
// cause: The candidate passes through tanh a second time where it is mixed into the new hidden state.
// named: tanh|squash|activat
// named: twice|second|again|double|two tanh|another
// swift-format-ignore-file

func gruStep(
  _ token: Int, hidden: Vector, parameters: GRUParameters
) throws -> GRUStep {

  let H = hidden.count
  var step = GRUStep(
    resetGate: Vector(zeros: H), updateGate: Vector(zeros: H), recurrentTerm: Vector(zeros: H),
    candidate: Vector(zeros: H), hidden: Vector(zeros: H))
  func logistic(_ a: Double) -> Double { 1 / (1 + exp(-a)) }
  for i in 0..<H {
    var (ar, az, q) = (0.0, 0.0, 0.0)
    for j in 0..<H {
      ar += parameters.Whr[i, j] * hidden[j]
      az += parameters.Whz[i, j] * hidden[j]
      q += parameters.Whn[i, j] * hidden[j]
    }
    ar += parameters.Wxr[i, token] + parameters.bxr[i] + parameters.bhr[i]
    az += parameters.Wxz[i, token] + parameters.bxz[i] + parameters.bhz[i]
    q += parameters.bhn[i]
    let (r, z) = (logistic(ar), logistic(az))
    let n = tanh(parameters.Wxn[i, token] + parameters.bxn[i] + r * q)
    step.resetGate[i] = r
    step.updateGate[i] = z
    step.recurrentTerm[i] = q
    step.candidate[i] = n
    step.hidden[i] = (1 - z) * tanh(n) + z * hidden[i]
  }
  return step
}
