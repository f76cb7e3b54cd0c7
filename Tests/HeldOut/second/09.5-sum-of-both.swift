// exercise: 09.5
// is: wrong
// cause: The reverse layer's dInputs are added in the order in which it read, not turned back into the order of time.
// named: dInputs|inputs
// named: order|turn|revers|back(wards)?|mirror
// swift-format-ignore-file

func levelBackward(
  _ trace: LevelTrace, dOutputs: [Vector], parameters: Level
) throws -> (gradients: Level, dInputs: [Vector]) {
  let H = parameters.hiddenSize
  var top: [Vector] = [], bottom: [Vector] = []
  for d in dOutputs {
    top.append(Vector(d.prefix(H)))
    bottom.append(Vector(d.dropFirst(H)))
  }
  let f = try layerBackward(trace.forward, dOutputs: top, parameters: parameters.forward)
  guard let layer = parameters.reverse, let back = trace.reverse else {
    return (Level(forward: f.gradients), f.dInputs)
  }
  bottom.reverse()
  let r = try layerBackward(back, dOutputs: bottom, parameters: layer)
  var dInputs = f.dInputs
  for t in dInputs.indices { dInputs[t] += r.dInputs[t] }
  return (Level(forward: f.gradients, reverse: r.gradients), dInputs)
}
