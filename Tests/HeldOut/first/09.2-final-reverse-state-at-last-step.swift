// exercise: 09.2
// is: wrong
// cause: finalHidden takes the reverse half at the last time step, where the reverse layer has read one token only.
// named: finalHidden|final
// swift-format-ignore-file

func levelForward(_ inputs: [Vector], parameters: Level) throws -> LevelTrace {
  let fwd = try layerForward(inputs, parameters: parameters.forward)
  guard let rp = parameters.reverse else {
    return LevelTrace(forward: fwd, outputs: fwd.outputs, finalHidden: fwd.outputs.last!)
  }
  let bwd = try layerForward(inputs.reversed(), parameters: rp)
  let back = Array(bwd.outputs.reversed())
  var outs: [Vector] = []
  for t in 0..<inputs.count { outs.append(fwd.outputs[t].concatenated(with: back[t])) }
  // output[:, -1, :]
  return LevelTrace(forward: fwd, reverse: bwd, outputs: outs, finalHidden: outs[outs.count - 1])
}
