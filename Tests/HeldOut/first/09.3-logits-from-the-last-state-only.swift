// exercise: 09.3
// is: wrong
// cause: Every step's logits are made from the final hidden state instead of from that step's output.
// named: final|last
// named: every step|all steps|logits
// swift-format-ignore-file

func stackForward(_ inputs: [Int], parameters: StackParameters) throws -> StackTrace {
  var trace = StackTrace(inputs: inputs)
  var x: [Vector] = try inputs.map { try oneHot($0, size: parameters.vocabularySize) }
  for level in parameters.levels {
    let t = try levelForward(x, parameters: level)
    trace.levels.append(t)
    x = t.outputs
  }
  let final = trace.levels[trace.levels.count - 1].finalHidden
  trace.logits = inputs.map { _ in parameters.Wv * final + parameters.bv }
  return trace
}
