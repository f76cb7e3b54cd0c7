// exercise: 09.5
// is: wrong
// cause: With one direction the gradient has a reverse layer of zeros, where the parameters have none.
// named: reverse|direction
// named: nil|none|shape|zeros|one direction|not there|does not (exist|have)|tensors
// swift-format-ignore-file

func levelBackward(
  _ trace: LevelTrace, dOutputs: [Vector], parameters: Level
) throws -> (gradients: Level, dInputs: [Vector]) {
  let H = parameters.hiddenSize
  let fromForward = dOutputs.map { Vector($0.prefix(H)) }
  var (gForward, dInputs) = try layerBackward(
    trace.forward, dOutputs: fromForward, parameters: parameters.forward)
  var gReverse = gForward.zeros
  if let layer = parameters.reverse, let read = trace.reverse {
    let fromReverse = Array(dOutputs.map { Vector($0.suffix(H)) }.reversed())
    let back = try layerBackward(read, dOutputs: fromReverse, parameters: layer)
    gReverse = back.gradients
    let T = dInputs.count
    for t in 0..<T { dInputs[t] += back.dInputs[T - 1 - t] }
  }
  return (Level(forward: gForward, reverse: gReverse), dInputs)
}
