// exercise: 09.6
// is: right
// cause: A recursive walk down the levels; the output layer as matrix products.
// swift-format-ignore-file

func stackBackward(
  _ trace: StackTrace, dLogits: [Vector], parameters: StackParameters
) throws -> (gradients: StackParameters, dInputs: [Vector]) {
  let outputs = trace.levels[trace.levels.count - 1].outputs
  var g = parameters.zeros
  g.Wv = Matrix(columns: dLogits) * Matrix(rows: outputs)
  g.bv = Matrix(columns: dLogits).sumOfColumns
  func down(_ k: Int, _ d: [Vector]) throws -> [Vector] {
    if k < 0 { return d }
    let (level, below) = try levelBackward(
      trace.levels[k], dOutputs: d, parameters: parameters.levels[k])
    g.levels[k] = level
    return try down(k - 1, below)
  }
  let d = try down(
    parameters.levels.count - 1, dLogits.map { parameters.Wv.transposed * $0 })
  return (g, d)
}
