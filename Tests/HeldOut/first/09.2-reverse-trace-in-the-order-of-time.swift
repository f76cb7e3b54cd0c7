// exercise: 09.2
// is: wrong
// cause: The reverse layer's trace is turned into the order of time, not left in the order in which the layer read; the outputs are right.
// named: reverse
// named: order|turned|time|read
// swift-format-ignore-file

func levelForward(_ inputs: [Vector], parameters: Level) throws -> LevelTrace {
  let forward = try layerForward(inputs, parameters: parameters.forward)
  guard let second = parameters.reverse else {
    return LevelTrace(
      forward: forward, outputs: forward.outputs, finalHidden: forward.outputs[inputs.count - 1])
  }
  let read = try layerForward(Array(inputs.reversed()), parameters: second)
  // Back into the order of time, once and for all.
  let reverse = LayerTrace(inputs: inputs, steps: Array(read.steps.reversed()))
  var outputs: [Vector] = []
  for t in inputs.indices {
    outputs.append(forward.outputs[t].concatenated(with: reverse.outputs[t]))
  }
  return LevelTrace(
    forward: forward, reverse: reverse, outputs: outputs,
    finalHidden: forward.outputs[inputs.count - 1].concatenated(with: reverse.outputs[0]))
}
