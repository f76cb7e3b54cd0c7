// exercise: 09.5
// is: wrong
// cause: When the reverse layer's dInputs are turned back the index is T − t instead of T − 1 − t, so they are one place off.
// named: dInputs|inputs?
// named: shift|off|one (place|step)|neighbou?r|T ?[-−–] ?t|index|next|roll|cyclic
// swift-format-ignore-file

func levelBackward(
  _ trace: LevelTrace, dOutputs: [Vector], parameters: Level
) throws -> (gradients: Level, dInputs: [Vector]) {

  var toForward: [Vector] = []
  var toReverse: [Vector] = []
  let (T, H) = (dOutputs.count, parameters.hiddenSize)
  for t in 0..<T {
    toForward.append(Vector(dOutputs[t].prefix(H)))
    toReverse.append(Vector(dOutputs[T - 1 - t].dropFirst(H)))
  }
  let down = try layerBackward(trace.forward, dOutputs: toForward, parameters: parameters.forward)
  guard let layer = parameters.reverse, let read = trace.reverse else {
    return (Level(forward: down.gradients), down.dInputs)
  }
  let back = try layerBackward(read, dOutputs: toReverse, parameters: layer)
  var dInputs = down.dInputs
  for t in 0..<T { dInputs[t] += back.dInputs[(T - t) % T] }
  return (Level(forward: down.gradients, reverse: back.gradients), dInputs)
}
