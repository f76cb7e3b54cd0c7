// exercise: 09.2
// is: wrong
// cause: Turning the inputs round for the reverse layer also turns round the numbers inside each vector (np.flip without an axis).
// named: flip|element|within|inside|each vector|component|axis|axes|numbers? of (a|the|each)
// named: revers|turn|flip|mirror|order
// swift-format-ignore-file

func levelForward(_ inputs: [Vector], parameters: Level) throws -> LevelTrace {

  func flip(_ x: [Vector]) -> [Vector] { x.reversed().map { Vector($0.reversed()) } }
  let forward = try layerForward(inputs, parameters: parameters.forward)
  guard let backwards = parameters.reverse else {
    return LevelTrace(
      forward: forward, outputs: forward.outputs,
      finalHidden: forward.outputs[forward.outputs.count - 1])
  }
  let reverse = try layerForward(flip(inputs), parameters: backwards)
  var outputs: [Vector] = []
  let T = inputs.count
  for t in 0..<T {
    outputs.append(forward.outputs[t].concatenated(with: reverse.outputs[T - 1 - t]))
  }
  return LevelTrace(
    forward: forward, reverse: reverse, outputs: outputs,
    finalHidden: forward.outputs[T - 1].concatenated(with: reverse.outputs[T - 1]))
}
