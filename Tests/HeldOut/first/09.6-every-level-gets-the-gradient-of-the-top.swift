// exercise: 09.6
// is: wrong
// cause: Each level gets Wvᵀ dLogits as its dOutputs; what the level above hands down is not passed on.
// named: level
// named: same|each|every|all levels|top|Wv|logits
// named: top|not.*(hand|pass|through)|hand|pass|above|from the (top|logits)|directly|straight|below|lower
// swift-format-ignore-file

func stackBackward(
  _ trace: StackTrace, dLogits: [Vector], parameters: StackParameters
) throws -> (gradients: StackParameters, dInputs: [Vector]) {

  let top = trace.levels[trace.levels.count - 1]
  var gradients = parameters.zeros
  for t in dLogits.indices {
    gradients.Wv.addOuter(dLogits[t], top.outputs[t])
    gradients.bv += dLogits[t]
  }
  let dOutputs = dLogits.map { parameters.Wv.transposedProduct($0) }
  var dInputs: [Vector] = []
  for k in parameters.levels.indices.reversed() {
    let (g, d) = try levelBackward(
      trace.levels[k], dOutputs: dOutputs, parameters: parameters.levels[k])
    gradients.levels[k] = g
    dInputs = d
  }
  return (gradients, dInputs)
}
