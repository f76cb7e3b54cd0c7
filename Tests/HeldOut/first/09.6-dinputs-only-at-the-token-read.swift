// exercise: 09.6
// is: wrong
// cause: dInputs keeps only the element of the token that was read and is zero elsewhere, as if multiplied by the one-hot input.
// named: dInputs|inputs?|one.?hot
// named: token|one.?hot|mask|elsewhere|only|other (elements|numbers|tokens)|zero
// swift-format-ignore-file

func stackBackward(
  _ trace: StackTrace, dLogits: [Vector], parameters: StackParameters
) throws -> (gradients: StackParameters, dInputs: [Vector]) {

  let p = parameters
  var g = p.zeros
  let u = trace.levels.last.map(\.outputs) ?? []
  zip(dLogits, u).forEach { g.Wv.addOuter($0, $1) }
  dLogits.forEach { g.bv += $0 }
  let bottom = try zip(trace.levels, p.levels).enumerated().reversed().reduce(
    dLogits.map { p.Wv.transposedProduct($0) }
  ) { d, item in
    let (k, (levelTrace, level)) = item
    let (gradient, below) = try levelBackward(levelTrace, dOutputs: d, parameters: level)
    g.levels[k] = gradient
    return below
  }
  let dInputs = try zip(bottom, trace.inputs).map { d, token in
    d * (try oneHot(token, size: p.vocabularySize) as Vector)
  }
  return (g, dInputs)
}
