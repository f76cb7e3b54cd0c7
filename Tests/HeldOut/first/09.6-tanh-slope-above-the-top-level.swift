// exercise: 09.6
// is: wrong
// cause: What Wv hands down is multiplied by tanh's slope 1 - h² before it enters the highest level, although no tanh lies between.
// named: slope|derivative|tanh|1 ?[-−–] ?h
// named: Wv|output|logit|top|highest|extra|twice|again|no tanh|too (much|many)|although|unneeded|enters|needless
// swift-format-ignore-file

func stackBackward(
  _ trace: StackTrace, dLogits: [Vector], parameters: StackParameters
) throws -> (gradients: StackParameters, dInputs: [Vector]) {
  var gradients = parameters.zeros
  let n = parameters.levels.count
  let h = trace.levels[n - 1].outputs
  var d: [Vector] = []
  for t in dLogits.indices {
    gradients.Wv.addOuter(dLogits[t], h[t])
    gradients.bv += dLogits[t]
    let dh = parameters.Wv.transposedProduct(dLogits[t])
    d.append(dh * (1 - h[t] * h[t]))
  }
  for k in stride(from: n - 1, through: 0, by: -1) {
    let (g, below) = try levelBackward(
      trace.levels[k], dOutputs: d, parameters: parameters.levels[k])
    gradients.levels[k] = g
    d = below
  }
  return (gradients, d)
}
