// exercise: 09.6
// is: wrong
// cause: The output bias' gradient is assigned at each step instead of added up over time.
// named: bias|\bd?bv\b
// named: assigned|overwritten|last|not (added|summed|accumulated)
// swift-format-ignore-file

func stackBackward(
  _ trace: StackTrace, dLogits: [Vector], parameters: StackParameters
) throws -> (gradients: StackParameters, dInputs: [Vector]) {
  var g = parameters.zeros
  var d: [Vector] = []
  for (t, dl) in dLogits.enumerated() {
    g.Wv += dl.outer(trace.levels.last!.outputs[t])
    g.bv = dl
    d.append(parameters.Wv.transposedProduct(dl))
  }
  for k in stride(from: parameters.levels.count - 1, through: 0, by: -1) {
    let r = try levelBackward(trace.levels[k], dOutputs: d, parameters: parameters.levels[k])
    g.levels[k] = r.gradients
    d = r.dInputs
  }
  return (g, d)
}
