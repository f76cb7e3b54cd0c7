// exercise: 09.2
// is: wrong
// cause: The reverse layer's outputs are joined in the order in which it read, not turned back into the order of time.
// named: reverse|backward
// named: order|turn|time|not (re)?vers|flip|as read
// swift-format-ignore-file

func levelForward(_ inputs: [Vector], parameters: Level) throws -> LevelTrace {
  let there = try layerForward(inputs, parameters: parameters.forward)
  let last = there.steps[there.steps.count - 1].hidden
  guard let layer = parameters.reverse else {
    return LevelTrace(forward: there, outputs: there.outputs, finalHidden: last)
  }
  let back = try layerForward(Array(inputs.reversed()), parameters: layer)
  var outputs: [Vector] = []
  for t in inputs.indices {
    outputs.append(there.steps[t].hidden.concatenated(with: back.steps[t].hidden))
  }
  return LevelTrace(
    forward: there, reverse: back, outputs: outputs,
    finalHidden: last.concatenated(with: back.steps[back.steps.count - 1].hidden))
}
