// exercise: 09.6
// is: wrong
// cause: dInputs is kept only at the token that was read and zero for all other words, as if the zeros of a one-hot vector had no gradient.
// named: dInputs|input
// named: token|one.?hot|zero|other words|mask|only
// swift-format-ignore-file

func stackBackward(
  _ trace: StackTrace, dLogits: [Vector], parameters: StackParameters
) throws -> (gradients: StackParameters, dInputs: [Vector]) {
  var gradients = parameters.zeros
  var d: [Vector] = []
  let top = trace.levels[trace.levels.count - 1]
  for (t, dLogit) in dLogits.enumerated() {
    gradients.Wv.addOuter(dLogit, top.outputs[t])
    gradients.bv += dLogit
    d.append(parameters.Wv.transposedProduct(dLogit))
  }
  var k = parameters.levels.count
  while k > 0 {
    k -= 1
    let back = try levelBackward(trace.levels[k], dOutputs: d, parameters: parameters.levels[k])
    gradients.levels[k] = back.gradients
    d = back.dInputs
  }
  let dInputs = try zip(d, trace.inputs).map { dx, token -> Vector in
    let x: Vector = try oneHot(token, size: parameters.vocabularySize)
    return dx * x
  }
  return (gradients, dInputs)
}
