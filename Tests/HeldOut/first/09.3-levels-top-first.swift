// exercise: 09.3
// is: wrong
// cause: The levels' traces are kept from the top down instead of from the bottom up.
// named: order|top|highest|first
// named: bottom|lowest|up|down|revers|trace|level
// swift-format-ignore-file

func stackForward(_ inputs: [Int], parameters: StackParameters) throws -> StackTrace {

  func climb(_ x: [Vector], _ rest: ArraySlice<Level>) throws -> ([LevelTrace], [Vector]) {
    guard let level = rest.first else { return ([], x) }
    let trace = try levelForward(x, parameters: level)
    let (above, top) = try climb(trace.outputs, rest.dropFirst())
    return (above + [trace], top)
  }
  let oneHots = try inputs.map { try oneHot($0, size: parameters.vocabularySize) as Vector }
  let (levels, top) = try climb(oneHots, parameters.levels[...])
  return StackTrace(
    inputs: inputs, levels: levels, logits: top.map { parameters.Wv * $0 + parameters.bv })
}
