// exercise: 09.6
// is: wrong
// cause: The gradient of bv is assigned at each step instead of summed, so that the last step's alone remains.
// named: \bd?bv\b|output bias|bias
// named: assign|overwr|last step|one step|not (summed|added)|instead of (sum|add)|only|replac|single step|alone
// swift-format-ignore-file

func stackBackward(
  _ trace: StackTrace, dLogits: [Vector], parameters p: StackParameters
) throws -> (gradients: StackParameters, dInputs: [Vector]) {
  let top = trace.levels[trace.levels.count - 1].outputs
  var gradients = p.zeros
  for (h, d) in zip(top, dLogits) {
    gradients.Wv += d.outer(h)
    gradients.bv = d
  }
  var flowing = dLogits.map { p.Wv.transposed * $0 }
  for (k, (level, levelTrace)) in zip(p.levels, trace.levels).enumerated().reversed() {
    let result = try levelBackward(levelTrace, dOutputs: flowing, parameters: level)
    gradients.levels[k] = result.gradients
    flowing = result.dInputs
  }
  return (gradients, flowing)
}
