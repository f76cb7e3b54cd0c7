// exercise: 07.2
// is: right
// cause: The new state as n + z ⊙ (h′ − n), with the complement of nothing; the gates in one stacked product, the update gate first.
// swift-format-ignore-file

func gruStep(
  _ token: Int, hidden: Vector, parameters: GRUParameters
) throws -> GRUStep {
  let p = parameters, H = hidden.count
  func stacked(_ parts: [Vector]) -> Vector { parts.dropFirst().reduce(parts[0]) { $0.concatenated(with: $1) } }
  let fromInput = stacked([
    p.Wxz.column(token) + p.bxz, p.Wxr.column(token) + p.bxr, p.Wxn.column(token) + p.bxn,
  ])
  let fromState = stacked([
    p.Whz * hidden + p.bhz, p.Whr * hidden + p.bhr, p.Whn * hidden + p.bhn,
  ])
  let gates = try sigmoid(Vector((fromInput + fromState)[0..<2 * H]))
  let z = Vector(gates[0..<H]), r = Vector(gates[H..<2 * H])
  let q = Vector(fromState[2 * H..<3 * H])
  let n = try tanh(Vector(fromInput[2 * H..<3 * H]) + q * r)
  return GRUStep(
    resetGate: r, updateGate: z, recurrentTerm: q, candidate: n, hidden: n + z * (hidden - n))
}
