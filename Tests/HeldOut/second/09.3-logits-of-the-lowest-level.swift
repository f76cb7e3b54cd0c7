// exercise: 09.3
// is: wrong
// cause: The logits are made from the outputs of the lowest level instead of from those of the highest.
// named: lowest|first level|bottom
// swift-format-ignore-file

func stackForward(_ inputs: [Int], parameters: StackParameters) throws -> StackTrace {
  var trace = StackTrace(inputs: inputs)
  var x: [Vector] = []
  for id in inputs { x.append(try oneHot(id, size: parameters.vocabularySize)) }
  for k in 0..<parameters.levels.count {
    trace.levels.append(try levelForward(x, parameters: parameters.levels[k]))
    x = trace.levels[k].outputs
  }
  for h in trace.levels[0].outputs {
    trace.logits.append(parameters.Wv * h + parameters.bv)
  }
  return trace
}
