// exercise: 09.5
// is: right
// cause: The reverse direction is made of the forward one: the function calls itself with a one-directional level and everything turned round, and the result is turned back.
// swift-format-ignore-file

func levelBackward(
  _ trace: LevelTrace, dOutputs: [Vector], parameters: Level
) throws -> (gradients: Level, dInputs: [Vector]) {
  guard let reverse = parameters.reverse, let read = trace.reverse else {
    let (gradients, dInputs) = try layerBackward(
      trace.forward, dOutputs: dOutputs, parameters: parameters.forward)
    return (Level(forward: gradients, reverse: nil), dInputs)
  }
  let H = parameters.hiddenSize
  func single(_ layer: LayerTrace) -> LevelTrace {
    LevelTrace(
      forward: layer, reverse: nil, outputs: layer.outputs,
      finalHidden: layer.outputs.last ?? Vector(zeros: H))
  }
  let onwards = try levelBackward(
    single(trace.forward), dOutputs: dOutputs.map { Vector($0[..<H]) },
    parameters: Level(forward: parameters.forward))
  let backwards = try levelBackward(
    single(read), dOutputs: dOutputs.map { Vector($0[H...]) }.reversed(),
    parameters: Level(forward: reverse))
  let last = dOutputs.count - 1
  return (
    Level(forward: onwards.gradients.forward, reverse: backwards.gradients.forward),
    dOutputs.indices.map { onwards.dInputs[$0] + backwards.dInputs[last - $0] }
  )
}
