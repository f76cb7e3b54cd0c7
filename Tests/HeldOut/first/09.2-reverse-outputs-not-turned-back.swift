// exercise: 09.2
// is: wrong
// cause: The reverse layer's outputs are joined in the order in which it read, not turned back into the order of time.
// named: reverse
// named: not (turned|reversed)
// swift-format-ignore-file

func levelForward(_ inputs: [Vector], parameters: Level) throws -> LevelTrace {
  let fwd = try layerForward(inputs, parameters: parameters.forward)
  guard let backLayer = parameters.reverse else {
    return LevelTrace(forward: fwd, outputs: fwd.outputs, finalHidden: fwd.outputs.last!)
  }
  let bwd = try layerForward(Array(inputs.reversed()), parameters: backLayer)
  var out: [Vector] = []
  for t in inputs.indices {
    out.append(fwd.outputs[t].concatenated(with: bwd.outputs[t]))
  }
  return LevelTrace(
    forward: fwd, reverse: bwd, outputs: out,
    finalHidden: fwd.outputs.last!.concatenated(with: bwd.outputs.last!))
}
