// exercise: 09.5
// is: wrong
// cause: The reverse layer's dInputs are added to the forward layer's without being turned back into the order of time.
// named: dInputs|inputs|input gradient
// named: turned|order (of|in|wrong)|time order|reading order|not (reversed|flipped|turned)|flip|wrong (order|step|time)|in (the )?order|revers
// swift-format-ignore-file

func levelBackward(
  _ trace: LevelTrace, dOutputs: [Vector], parameters: Level
) throws -> (gradients: Level, dInputs: [Vector]) {
  let H = parameters.hiddenSize
  let dForward = dOutputs.map { Vector($0[0..<H]) }
  let (fGrad, fIn) = try layerBackward(
    trace.forward, dOutputs: dForward, parameters: parameters.forward)
  guard let layer = parameters.reverse, let reverse = trace.reverse else {
    return (Level(forward: fGrad), fIn)
  }
  var dReverse: [Vector] = []
  for d in dOutputs { dReverse.insert(Vector(d[H..<2 * H]), at: 0) }
  let (rGrad, rIn) = try layerBackward(reverse, dOutputs: dReverse, parameters: layer)
  var dInputs = fIn
  for t in dInputs.indices { dInputs[t] += rIn[t] }
  return (Level(forward: fGrad, reverse: rGrad), dInputs)
}
