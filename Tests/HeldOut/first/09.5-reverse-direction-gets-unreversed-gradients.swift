// exercise: 09.5
// is: wrong
// cause: The reverse layer is given its half of dOutputs in the order of time instead of in the order in which it read.
// named: dOutputs
// named: not turned|not reversed|order of time
// swift-format-ignore-file

func levelBackward(
  _ trace: LevelTrace, dOutputs: [Vector], parameters: Level
) throws -> (gradients: Level, dInputs: [Vector]) {
  let H = parameters.hiddenSize
  let f = try layerBackward(
    trace.forward, dOutputs: dOutputs.map { Vector($0.prefix(H)) }, parameters: parameters.forward)
  guard let rev = parameters.reverse, let revTrace = trace.reverse else {
    return (Level(forward: f.gradients), f.dInputs)
  }
  let r = try layerBackward(
    revTrace, dOutputs: dOutputs.map { Vector($0.suffix(H)) }, parameters: rev)
  var dX: [Vector] = []
  let T = f.dInputs.count
  for t in 0..<T { dX.append(f.dInputs[t] + r.dInputs[T - 1 - t]) }
  return (Level(forward: f.gradients, reverse: r.gradients), dX)
}
