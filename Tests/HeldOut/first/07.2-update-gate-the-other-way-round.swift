// exercise: 07.2
// is: wrong
// cause: Old state and candidate change places: h = z ⊙ n + (1 − z) ⊙ h′ instead of (1 − z) ⊙ n + z ⊙ h′.
// named: sign of the update gate|exchanged|z ⊙ n|other way
// swift-format-ignore-file

func gruStep(
  _ token: Int, hidden: Vector, parameters p: GRUParameters
) throws -> GRUStep {
  let x: Vector = try oneHot(token, size: p.vocabularySize)
  let reset = try sigmoid(p.Wxr * x + p.bxr + p.Whr * hidden + p.bhr)
  let update = try sigmoid(p.Wxz * x + p.bxz + p.Whz * hidden + p.bhz)
  let rec = p.Whn * hidden + p.bhn
  let cand = try tanh(p.Wxn * x + p.bxn + reset * rec)
  var h = Vector(zeros: hidden.count)
  for i in 0..<h.count {
    h[i] = (1 - update[i]) * hidden[i] + update[i] * cand[i]
  }
  return GRUStep(
    resetGate: reset, updateGate: update, recurrentTerm: rec, candidate: cand, hidden: h)
}
