// exercise: 09.6
// is: wrong
// cause: The gradient of bv is overwritten at each step, so that only the last step's dLogits is left.
// named: \bd?bv\b|bias
// named: last|overwrit|assign|accumul|one step|not (summed|added)|sum
// swift-format-ignore-file

func stackBackward(
  _ trace: StackTrace, dLogits: [Vector], parameters: StackParameters
) throws -> (gradients: StackParameters, dInputs: [Vector]) {

  var result = parameters.zeros
  guard let outputs = trace.levels.last?.outputs else { return (result, []) }
  var d: [Vector] = []
  for (dv, u) in zip(dLogits, outputs) {
    result.Wv += dv.outer(u)
    result.bv = dv
    d.append(parameters.Wv.transposed * dv)
  }
  var k = parameters.levels.count
  while k > 0 {
    k -= 1
    let back = try levelBackward(trace.levels[k], dOutputs: d, parameters: parameters.levels[k])
    result.levels[k] = back.gradients
    d = back.dInputs
  }
  return (result, d)
}
