// exercise: 09.3
// is: wrong
// cause: The outputs of a level go through another tanh before the next level reads them.
// named: tanh|activation|non-?linear|squash
// swift-format-ignore-file

func stackForward(_ inputs: [Int], parameters p: StackParameters) throws -> StackTrace {
  var trace = StackTrace(inputs: inputs)
  for (k, level) in p.levels.enumerated() {
    var x: [Vector] = []
    for (t, token) in inputs.enumerated() {
      if k == 0 {
        x.append(try oneHot(token, size: p.vocabularySize))
      } else {
        x.append(try tanh(trace.levels[k - 1].outputs[t]))
      }
    }
    trace.levels.append(try levelForward(x, parameters: level))
  }
  trace.logits = (trace.levels.last?.outputs ?? []).map { p.Wv * $0 + p.bv }
  return trace
}
