// exercise: 09.5
// is: wrong
// cause: The reverse layer's dInputs are added in the order in which it read instead of in the order of time.
// named: dInputs|input
// named: order|turn|time|revers|flip
// swift-format-ignore-file

func levelBackward(
  _ trace: LevelTrace, dOutputs: [Vector], parameters: Level
) throws -> (gradients: Level, dInputs: [Vector]) {
  let H = parameters.hiddenSize
  let top = dOutputs.map { Vector($0.prefix(H)) }
  let f = try layerBackward(trace.forward, dOutputs: top, parameters: parameters.forward)
  guard let layer = parameters.reverse, let reverseTrace = trace.reverse else {
    return (Level(forward: f.gradients), f.dInputs)
  }
  let bottom = Array(dOutputs.map { Vector($0.suffix(H)) }.reversed())
  let r = try layerBackward(reverseTrace, dOutputs: bottom, parameters: layer)
  var dInputs: [Vector] = []
  for t in f.dInputs.indices { dInputs.append(f.dInputs[t] + r.dInputs[t]) }
  return (Level(forward: f.gradients, reverse: r.gradients), dInputs)
}
