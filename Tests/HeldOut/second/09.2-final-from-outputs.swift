// exercise: 09.2
// is: wrong
// cause: finalHidden is the last output in time: of the reverse layer the state after its first step (at the last input), not after its own last.
// named: final
// named: last (time|step|output|input|element|vector|in time)|first step|outputs?\b|order of time|own last|reverse|one (input|step)
// swift-format-ignore-file

func levelForward(_ inputs: [Vector], parameters: Level) throws -> LevelTrace {
  let fw = try layerForward(inputs, parameters: parameters.forward)
  guard let reverseLayer = parameters.reverse else {
    return LevelTrace(
      forward: fw, reverse: nil, outputs: fw.outputs, finalHidden: fw.outputs[inputs.count - 1])
  }
  let bw = try layerForward(Array(inputs.reversed()), parameters: reverseLayer)
  let T = inputs.count
  var outputs: [Vector] = []
  for t in 0..<T {
    outputs.append(fw.steps[t].hidden.concatenated(with: bw.steps[T - 1 - t].hidden))
  }
  return LevelTrace(forward: fw, reverse: bw, outputs: outputs, finalHidden: outputs[T - 1])
}
