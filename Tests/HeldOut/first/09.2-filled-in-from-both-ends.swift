// exercise: 09.2
// is: right
// cause: right, written another way.
// swift-format-ignore-file

func levelForward(_ inputs: [Vector], parameters: Level) throws -> LevelTrace {
  let T = inputs.count, H = parameters.hiddenSize
  var outputs = [Vector](repeating: Vector(zeros: parameters.outputSize), count: T)
  let ahead = try layerForward(inputs, parameters: parameters.forward)
  for t in 0..<T {
    for j in 0..<H { outputs[t][j] = ahead.steps[t].hidden[j] }
  }
  var behind: LayerTrace?
  if let reverse = parameters.reverse {
    var turned: [Vector] = []
    for t in stride(from: T - 1, through: 0, by: -1) { turned.append(inputs[t]) }
    let trace = try layerForward(turned, parameters: reverse)
    for k in 0..<T {
      for j in 0..<H { outputs[T - 1 - k][H + j] = trace.steps[k].hidden[j] }
    }
    behind = trace
  }
  // the forward half of the last row, the reverse half of the first
  let final = Vector(
    (0..<parameters.outputSize).map { $0 < H ? outputs[T - 1][$0] : outputs[0][$0] })
  return LevelTrace(forward: ahead, reverse: behind, outputs: outputs, finalHidden: final)
}
