// exercise: 07.3
// is: right
// cause: Indices, a copy of the state and logits at the end.
// swift-format-ignore-file

func gruForward(
  _ inputs: [Int], initialHidden: Vector, parameters: GRUParameters
) throws -> GRUTrace {
  var steps: [GRUStep] = []
  for t in 0..<inputs.count {
    let before = t == 0 ? initialHidden : steps[t - 1].hidden
    steps.append(try gruStep(inputs[t], hidden: before, parameters: parameters))
  }
  var logits: [Vector] = []
  for s in steps {
    var y = parameters.bv
    for v in y.indices { y[v] += parameters.Wv.row(v).dot(s.hidden) }
    logits.append(y)
  }
  return GRUTrace(inputs: inputs, initialHidden: initialHidden, steps: steps, logits: logits)
}
