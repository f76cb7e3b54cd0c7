// exercise: 09.2
// is: wrong
// cause: finalHidden is the output of the last time step, whose reverse half is the reverse layer's state after its first step only.
// named: final
// named: last (time|output|step|moment|input)|outputs\.last|first step|first (read|thing|input)|only (one|the last)|read (only )?one|T ?[-−–] ?1|order of time|time order|wrong end|own last
// swift-format-ignore-file

func levelForward(_ inputs: [Vector], parameters: Level) throws -> LevelTrace {
  let forward = try layerForward(inputs, parameters: parameters.forward)
  var reverse: LayerTrace?
  if let r = parameters.reverse {
    reverse = try layerForward(Array(inputs.reversed()), parameters: r)
  }
  let T = inputs.count
  var outputs: [Vector] = []
  for t in 0..<T {
    var out = forward.steps[t].hidden
    if let reverse {
      out = out.concatenated(with: reverse.steps[T - 1 - t].hidden)
    }
    outputs.append(out)
  }
  // output[-1]
  return LevelTrace(
    forward: forward, reverse: reverse, outputs: outputs, finalHidden: outputs[T - 1])
}
