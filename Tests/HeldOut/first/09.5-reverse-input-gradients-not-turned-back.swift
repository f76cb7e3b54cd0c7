// exercise: 09.5
// is: wrong
// cause: What the reverse layer hands down is added in the order in which that layer read, without being turned into the order of time.
// named: dInputs|input
// named: revers|backward
// named: order|not turned|time|turned (back|round)|flip|wrong end|unturned
// swift-format-ignore-file

func levelBackward(
  _ trace: LevelTrace, dOutputs: [Vector], parameters: Level
) throws -> (gradients: Level, dInputs: [Vector]) {
  let H = parameters.forward.Wf.rows
  let T = dOutputs.count

  var dForward: [Vector] = []
  for d in dOutputs { dForward.append(Vector(Array(d)[0..<H])) }
  let f = try layerBackward(trace.forward, dOutputs: dForward, parameters: parameters.forward)

  guard let reverseTrace = trace.reverse, let reverseParameters = parameters.reverse else {
    return (Level(forward: f.gradients), f.dInputs)
  }
  var dReverse: [Vector] = []
  for t in stride(from: T - 1, through: 0, by: -1) {
    dReverse.append(Vector(Array(dOutputs[t])[H..<2 * H]))
  }
  let r = try layerBackward(reverseTrace, dOutputs: dReverse, parameters: reverseParameters)

  var dInputs = f.dInputs
  for t in 0..<T {
    dInputs[t] += r.dInputs[t]
  }
  return (Level(forward: f.gradients, reverse: r.gradients), dInputs)
}
