// exercise: 09.6
// is: right
// cause: right, written another way.
// swift-format-ignore-file

func stackBackward(
  _ trace: StackTrace, dLogits: [Vector], parameters: StackParameters
) throws -> (gradients: StackParameters, dInputs: [Vector]) {
  func back(_ k: Int, _ d: [Vector]) throws -> (levels: [Level], dInputs: [Vector]) {
    if k < 0 { return ([], d) }
    let here = try levelBackward(trace.levels[k], dOutputs: d, parameters: parameters.levels[k])
    let below = try back(k - 1, here.dInputs)
    return (below.levels + [here.gradients], below.dInputs)
  }
  let D = Matrix(columns: dLogits)
  let top = Matrix(rows: trace.levels[trace.levels.count - 1].outputs)
  let handed = parameters.Wv.transposedProduct(D)
  let (levels, dInputs) = try back(
    parameters.levels.count - 1, dLogits.indices.map { handed.column($0) })
  return (StackParameters(levels: levels, Wv: D * top, bv: D.sumOfColumns), dInputs)
}
