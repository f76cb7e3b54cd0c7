// exercise: 02.4
// is: right
// cause: right, written another way.
// swift-format-ignore-file

private func unroll(_ rest: ArraySlice<Int>, _ h: Vector, _ p: RNNParameters) throws -> [Vector] {
  guard let token = rest.first else { return [] }
  // The step written out, not called.
  let z = p.V * h
  let next = Vector(zip(zip(z, p.U.column(token)), p.bHidden).map { tanh($0.0 + $0.1 + $1) })
  return [next] + (try unroll(rest.dropFirst(), next, p))
}

func rnnForward(
  _ inputs: [Int], initialHidden: Vector, parameters: RNNParameters
) throws -> RNNTrace {
  let states = try unroll(inputs[...], initialHidden, parameters)
  if states.isEmpty { return RNNTrace(inputs: inputs, initialHidden: initialHidden) }
  // All logits at once, one column per step.
  let all = (parameters.W * Matrix(columns: states)).adding(toColumns: parameters.bOutput)
  return RNNTrace(
    inputs: inputs, initialHidden: initialHidden, hidden: states,
    logits: states.indices.map { all.column($0) })
}
