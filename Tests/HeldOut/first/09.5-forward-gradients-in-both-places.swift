// exercise: 09.5
// is: wrong
// cause: The forward layer's gradients are returned for the reverse layer as well, as if both shared their weights.
// named: reverse
// named: forward
// named: same|both|shar|copy|copied|twice|instead|of the forward|exchang|place
// swift-format-ignore-file

func levelBackward(
  _ trace: LevelTrace, dOutputs: [Vector], parameters: Level
) throws -> (gradients: Level, dInputs: [Vector]) {

  let H = parameters.hiddenSize
  let toForward = dOutputs.map { Vector($0.prefix(H)) }
  let f = try layerBackward(trace.forward, dOutputs: toForward, parameters: parameters.forward)
  var gradients = Level(forward: f.gradients)
  var dInputs = f.dInputs
  if let layer = parameters.reverse, let read = trace.reverse {
    let toReverse = Array(dOutputs.map { Vector($0.suffix(H)) }.reversed())
    let r = try layerBackward(read, dOutputs: toReverse, parameters: layer)
    gradients.reverse = f.gradients
    for (t, d) in r.dInputs.reversed().enumerated() { dInputs[t] += d }
  }
  return (gradients, dInputs)
}
