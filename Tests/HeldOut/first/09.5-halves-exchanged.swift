// exercise: 09.5
// is: wrong
// cause: The halves of dOutputs are exchanged: the forward layer gets the lower half and the reverse layer the upper one.
// named: half|halves|direction|layer|split|dOutputs
// named: exchang|swap|other (half|layer|one|direction)|wrong (half|layer)|lower|each other|reverse layer.s half|second half|confus
// swift-format-ignore-file

func levelBackward(
  _ trace: LevelTrace, dOutputs: [Vector], parameters: Level
) throws -> (gradients: Level, dInputs: [Vector]) {
  guard let reverseTrace = trace.reverse, let reverseParameters = parameters.reverse else {
    let only = try layerBackward(trace.forward, dOutputs: dOutputs, parameters: parameters.forward)
    return (Level(forward: only.gradients, reverse: nil), only.dInputs)
  }
  let n = parameters.hiddenSize
  var dReverse: [Vector] = [], dForward: [Vector] = []
  for d in dOutputs {
    dReverse.append(Vector(d[0..<n]))
    dForward.append(Vector(d[n..<2 * n]))
  }
  let a = try layerBackward(trace.forward, dOutputs: dForward, parameters: parameters.forward)
  let b = try layerBackward(
    reverseTrace, dOutputs: dReverse.reversed(), parameters: reverseParameters)
  let dInputs = zip(a.dInputs, b.dInputs.reversed()).map { $0 + $1 }
  return (Level(forward: a.gradients, reverse: b.gradients), dInputs)
}
